/** Moves what units owe along with its task: to another day, and to another quarter. */
import { and, eq, ne, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
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
  for (const { quarter, leaves, from, to } of moves) {
    if (leaves) await moveQuarter(tx, taskId, leaves, quarter)
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

/** What was reported stays with it. A unit that was asked in the new quarter once before has its own there. */
async function moveQuarter(tx: Tx, taskId: number, from: number, to: number): Promise<void> {
  const other = alias(assignments, 'other')
  const there = tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.taskId, taskId), eq(other.unitId, assignments.unitId), eq(other.quarter, to)))
  await tx
    .update(assignments)
    .set({ quarter: to })
    .where(and(eq(assignments.taskId, taskId), eq(assignments.quarter, from), notExists(there)))
}
