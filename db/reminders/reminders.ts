/** The ledger of reminders: what each message spoke of and why, and up to which day assignments are dealt with. */
import { inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { assignments, outbox, reminders } from '../schema/index.ts'

/** One message a person and day. */
export const reminderKey = (personId: number, on: Temporal.PlainDate): string => `reminder:${personId}:${on}`

/** Any number will do, as long as every version of the program takes the same one. */
const LOCK = 83_20260717

/** Until the transaction ends, no other process decides who is reminded. */
export async function decideAlone(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
}

/** Which of these people have a message of that day, sent or not. */
export async function writtenTo(
  db: Db | Tx,
  personIds: readonly number[],
  on: Temporal.PlainDate,
): Promise<Set<number>> {
  const keys = personIds.map((personId) => reminderKey(personId, on))
  const rows = await db.select({ personId: outbox.personId }).from(outbox).where(inArray(outbox.key, keys))
  return new Set(rows.flatMap(({ personId }) => personId ?? []))
}

/** `reasons`: by assignment, 'opening' and the labels of its waves. */
export async function recordReasons(
  tx: Tx,
  outboxId: number,
  on: Temporal.PlainDate,
  reasons: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  const rows = [...reasons].map(([assignmentId, why]) => ({
    outboxId,
    assignmentId,
    onDay: on,
    why: why.join(','),
  }))
  if (rows.length > 0) await tx.insert(reminders).values(rows)
}

/** What fell up to this day is dealt with; never moves back. */
export async function markUrged(
  tx: Tx,
  assignmentIds: readonly number[],
  through: Temporal.PlainDate,
): Promise<void> {
  if (assignmentIds.length === 0) return
  await tx
    .update(assignments)
    .set({ urgedThrough: sql`greatest(${assignments.urgedThrough}, ${through.toString()}::date)` })
    .where(inArray(assignments.id, [...assignmentIds]))
}
