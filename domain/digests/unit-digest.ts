/** Which of a person's units have open work to put into their weekly digest, and which work that is. */

import { isAfter } from '../day-order.ts'
import { firstDayOfQuarter, quarterOf } from '../quarter.ts'
import { isPutOff, wasPastWhenKnown } from '../reminders/cadence.ts'
import type { PostHolder, ReminderFacts, ReminderTask, ReminderUnit } from '../reminders/facts.ts'

export type UnitDigestState = {
  personId: number
  contactId: number | null
  recipient: string
  units: ReminderUnit[]
  /** The earliest due first. */
  open: (ReminderTask & { unit?: string })[]
  /** Tasks of the day's quarter that are done. */
  done: number
  proposals: Partial<Record<'submitted' | 'returned' | 'approved', number>>
}

type Facts = Pick<ReminderFacts, 'units' | 'tasks' | 'holders'>

/** One for each person with something open that does not rest, in the order of their units. */
export function unitDigests(
  { units, tasks, holders }: Facts,
  on: Temporal.PlainDate,
): Omit<UnitDigestState, 'proposals'>[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const tasksOf = Map.groupBy(tasks, ({ unitId }) => unitId)
  const posts = holders.filter(({ unitId }) => unitOf.has(unitId))
  return [...Map.groupBy(posts, ({ personId }) => personId).values()].flatMap((held) => {
    const [{ personId, contactId, name }] = held as [PostHolder, ...PostHolder[]]
    const theirs = [...new Set(held.map(({ unitId }) => unitId))].map((id) => unitOf.get(id)!)
    const owed = theirs.flatMap(({ id }) => tasksOf.get(id) ?? [])
    const open = owed.filter((task) => isOpen(task, on))
    if (open.every((task) => isPutOff(task, on))) return []
    const named = open.map((task) => ({
      ...task,
      ...(theirs.length > 1 && { unit: unitOf.get(task.unitId)?.shortName }),
    }))
    named.sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn) || a.id - b.id)
    return [{ personId, contactId, recipient: name, units: theirs, open: named, done: doneIn(owed, on) }]
  })
}

/** Its quarter has begun, it was not past when it became known here, and it is not done. */
const isOpen = (task: ReminderTask, on: Temporal.PlainDate): boolean =>
  task.status !== 'done' &&
  !isAfter(firstDayOfQuarter(task.year, task.quarter), on) &&
  !wasPastWhenKnown(task)

const doneIn = (tasks: readonly ReminderTask[], on: Temporal.PlainDate): number =>
  tasks.filter(
    ({ status, year, quarter }) => status === 'done' && year === on.year && quarter === quarterOf(on),
  ).length
