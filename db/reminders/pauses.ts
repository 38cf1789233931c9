/** Pauses: for which units reminders rest until when, and what becomes of what falls due meanwhile. */
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { dealtWithBefore } from '../plans/sync-assignments.ts'
import { assignments, pausedUnits, pauses, people, units } from '../schema/index.ts'

/** From `from`, today, to the day before `until`. */
export type Pausing = { unitIds: number[]; from: Temporal.PlainDate; until: Temporal.PlainDate }

/** What is open and falls due in the pause, by assignment. */
export async function dueInPause(
  tx: Tx,
  { unitIds, from, until }: Pausing,
): Promise<{ id: number; unitId: number }[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.execute<{ id: number; unitId: number }>(sql`
    select a.id::int, a.unit_id::int as "unitId"
    from assignments a
    where a.unit_id in ${unitIds} and a.withdrawn_at is null
      and a.due_on >= ${from.toString()} and a.due_on < ${until.toString()}
      and (select status from reports where assignment_id = a.id order by id desc limit 1) is distinct from 'done'
    order by a.id`)
  return [...rows]
}

type NewPause = Pausing & {
  reason: string | null
  /** The new due date of what `dueInPause` found; null leaves due dates as they are. */
  newDue: Temporal.PlainDate | null
  madeBy: number
  now: Date
}

/** Of moved due dates, reminders that would have fallen before today are not made up for. Returns the pause's id. */
export async function makePause(tx: Tx, pause: NewPause): Promise<number> {
  const { unitIds, from, until, reason, newDue, madeBy, now } = pause
  if (newDue) {
    const ids = (await dueInPause(tx, pause)).map(({ id }) => id)
    if (ids.length > 0)
      await tx
        .update(assignments)
        .set({ dueOn: newDue, urgedThrough: dealtWithBefore(from) })
        .where(inArray(assignments.id, ids))
  }
  const [row] = await tx
    .insert(pauses)
    .values({ fromDay: from, untilDay: until, reason, dueMovedTo: newDue, madeBy, madeAt: now })
    .returning({ id: pauses.id })
  if (!row) throw new Error('the pause was not stored')
  await tx.insert(pausedUnits).values(unitIds.map((unitId) => ({ pauseId: row.id, unitId })))
  return row.id
}

export type Pause = {
  id: number
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  reason: string | null
  dueMovedTo: Temporal.PlainDate | null
  madeBy: string | null
  /** The short names, in the order of the codes. */
  units: string[]
}

/** Those in which reminders rest on that day, the earliest made first. */
export async function runningPauses(tx: Tx, today: Temporal.PlainDate): Promise<Pause[]> {
  return tx
    .select({
      id: pauses.id,
      from: pauses.fromDay,
      until: pauses.untilDay,
      reason: pauses.reason,
      dueMovedTo: pauses.dueMovedTo,
      madeBy: people.fullName,
      units: sql<string[]>`array(select u.short_name from ${units} u join ${pausedUnits} k on k.unit_id = u.id
        where k.pause_id = ${pauses.id} order by u.code)`,
    })
    .from(pauses)
    .leftJoin(people, eq(people.id, pauses.madeBy))
    .where(and(isNull(pauses.endedAt), gt(pauses.untilDay, today)))
    .orderBy(pauses.id)
}

/** False when it had ended before, of itself or by a colleague's word. */
export async function endPause(tx: Tx, id: number, today: Temporal.PlainDate, now: Date): Promise<boolean> {
  const ended = await tx
    .update(pauses)
    .set({ endedAt: now })
    .where(and(eq(pauses.id, id), isNull(pauses.endedAt), gt(pauses.untilDay, today)))
    .returning({ id: pauses.id })
  return ended.length > 0
}
