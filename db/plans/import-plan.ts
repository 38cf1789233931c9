/** Takes a plan's file in: the plan, its tasks, and what units owe of them. */

import type { Change } from '../../domain/imports/changes.ts'
import { type PlanChanges, planChanges } from '../../domain/imports/plans/changes.ts'
import { changedFacts } from '../../domain/imports/plans/facts.ts'
import type { PlanFile, PlanTask } from '../../domain/imports/plans/file.ts'
import { dueMoves } from '../../domain/plans/due-moves.ts'
import type { Tx } from '../client.ts'
import { takeTurn } from './import-turns.ts'
import { moveDueDates } from './move-due-dates.ts'
import { keepPlan, readPlans } from './plans.ts'
import { type AskingChanges, syncAssignments } from './sync-assignments.ts'
import { keepTask, tasksOfPlan, withdrawTasks } from './tasks.ts'

export type PlanImport = Omit<PlanChanges, 'tasks'> & {
  isNew: boolean
  /** What the file says otherwise of the plan itself; empty for a new plan. */
  facts: Change['fields']
  asking: AskingChanges
}

/** Where it stands is no news to anybody, and is kept all the same. */
const isInPlace = (old: PlanTask, task: PlanTask) =>
  old.position === task.position && old.section === task.section

/** A file that says nothing new leaves every row as it was. */
export async function importPlan(
  tx: Tx,
  { plan, tasks: incoming }: PlanFile,
  { today, now }: { today: Temporal.PlainDate; now: Date },
): Promise<PlanImport> {
  await takeTurn(tx)
  const before = (await readPlans(tx)).find(({ code }) => code === plan.code)
  const facts = before ? changedFacts(before.facts, plan.facts) : []
  const planId = before && facts.length === 0 ? before.id : await keepPlan(tx, plan, now)

  const known = await tasksOfPlan(tx, planId)
  const { tasks, ...changes } = planChanges(known, incoming)
  const stored = new Map(known.map((task) => [task.code, task]))
  const news = new Set([...changes.added, ...changes.changed].map(({ code }) => code))
  for (const task of tasks) {
    const old = stored.get(task.code)
    if (!news.has(task.code) && old && isInPlace(old, task)) continue
    await keepTask(tx, planId, task)
    if (old) await moveDueDates(tx, old.id, dueMoves(plan.year, old, task), today)
  }
  const gone = changes.gone.flatMap(({ code }) => stored.get(code)?.id ?? [])
  await withdrawTasks(tx, gone, now)
  const asking = await syncAssignments(tx, { today, now, planId })
  return { ...changes, isNew: before === undefined, facts, asking }
}
