/** Keeps the office's word on a task, and lets what units owe follow. */

import type { PlanTask } from '../../domain/imports/plans/file.ts'
import { dueMoves } from '../../domain/plans/due-moves.ts'
import type { Tx } from '../client.ts'
import { moveDueDates } from './move-due-dates.ts'
import { type AskingChanges, syncAssignments } from './sync-assignments.ts'
import { type KnownTask, keepTask } from './tasks.ts'

/** `moved`: assignments with another due date. */
export async function setTask(
  tx: Tx,
  plan: { id: number; year: number },
  before: KnownTask,
  after: PlanTask,
  when: { today: Temporal.PlainDate; now: Date },
): Promise<AskingChanges & { moved: number }> {
  await keepTask(tx, plan.id, after)
  const moved = await moveDueDates(tx, before.id, dueMoves(plan.year, before, after), when.today)
  return { ...(await syncAssignments(tx, { ...when, planId: plan.id })), moved }
}
