/** What importing a plan's file again would change. What the office has set itself, no file overrules. */
import { type Change, type Changes, compareByCode, isSame } from '../changes.ts'
import type { PlanTask } from './file.ts'

export type PlanChanges = Changes<PlanTask> & {
  /** Where the file says otherwise than the office: `from` the office's word, which stays, `to` the file's. */
  keptByOffice: Change[]
  /** The tasks of the file with the office's word in them: what is to be stored. */
  tasks: PlanTask[]
}

/** The fields that the office can set, each with the field that tells who set it. Who is asked is set as one, and so is when. */
const SETTABLE = [
  ['shortTitle', 'titleBasis'],
  ['audience', 'audienceBasis'],
  ['asksUnitHeads', 'audienceBasis'],
  ['evidence', 'evidenceBasis'],
  ['quarter', 'dueBasis'],
  ['dueOn', 'dueBasis'],
] as const

/** A task that was withdrawn and is in the file again counts as added, and keeps the office's word. */
export function planChanges(
  known: readonly (PlanTask & { withdrawn?: boolean })[],
  incoming: readonly PlanTask[],
): PlanChanges {
  const before = new Map(known.map((task) => [task.code, task]))
  const met = incoming.map((task) => withOfficeWord(task, before.get(task.code)))
  const tasks = met.map(({ task }) => task)
  return {
    ...compareByCode(
      known.filter(({ withdrawn }) => !withdrawn),
      tasks,
      // A task that is left out moves up all that follow it, and one put in moves them down.
      ['position', 'section'],
    ),
    keptByOffice: met
      .map(({ task, fields }) => ({ code: task.code, fields }))
      .filter(({ fields }) => fields.length > 0),
    tasks,
  }
}

function withOfficeWord(task: PlanTask, known: PlanTask | undefined) {
  if (!known) return { task, fields: [] }
  // A task may bring the office's word with it: it was corrected while it was read.
  const set = SETTABLE.filter(([, basis]) => known[basis] === 'office' && task[basis] !== 'office')
  return {
    task: { ...task, ...Object.fromEntries(set.flat().map((field) => [field, known[field]])) },
    fields: set
      .filter(([field]) => !isSame(known[field], task[field]))
      .map(([field]) => ({ field, from: known[field], to: task[field] })),
  }
}
