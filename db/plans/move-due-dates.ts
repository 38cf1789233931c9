/** Moves the due dates of what units owe along with the due date of the task. */
import { and, eq, ne } from 'drizzle-orm'
import type { DueMove } from '../../domain/plans/due-moves.ts'
import type { Tx } from '../client.ts'
import { assignments } from '../schema/index.ts'
import { dealtWithBefore } from './sync-assignments.ts'

/**
 * An assignment with a date of its own, agreed with the unit, keeps it. Of the new date's reminders, those that would
 * have fallen before today are not made up for. Returns how many moved.
 */
export async function moveDueDates(
  tx: Tx,
  taskId: number,
  moves: readonly DueMove[],
  today: Temporal.PlainDate,
): Promise<number> {
  let moved = 0
  for (const { quarter, from, to } of moves) {
    const rows = await tx
      .update(assignments)
      .set({ dueOn: to, urgedThrough: dealtWithBefore(today) })
      .where(
        and(
          eq(assignments.taskId, taskId),
          eq(assignments.quarter, quarter),
          from ? eq(assignments.dueOn, from) : ne(assignments.dueOn, to),
        ),
      )
      .returning({ id: assignments.id })
    moved += rows.length
  }
  return moved
}
