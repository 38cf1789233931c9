/** Reminders on their way out: read once more, worded anew, put off. */
import { inArray, sql } from 'drizzle-orm'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { ReminderUnit } from '../../domain/reminders/facts.ts'
import type { QueuedReminder } from '../../domain/reminders/refresh.ts'
import type { Db } from '../client.ts'
import { heldOn, notEndedOn } from '../people/in-place.ts'
import { outbox } from '../schema/index.ts'

type Row = {
  outbox_id: string
  person_id: string
  recipient: string
  units: ReminderUnit[]
  reasons: { id: number; why: string }[]
  not_before: string
}

export async function queuedReminders(
  db: Db,
  outboxIds: readonly number[],
  today: Temporal.PlainDate,
): Promise<QueuedReminder[]> {
  const asked = notEndedOn(sql`u.ended_on`, today)
  const held = heldOn(sql`po.from_day`, sql`po.to_day`, today)
  const rows = await db.execute<Row>(sql`
    select o.id as outbox_id, o.person_id, p.full_name as recipient, o.not_before,
      (select coalesce(json_agg(json_build_object(
          'id', u.id, 'code', u.code, 'name', u.name, 'shortName', u.short_name) order by u.code), '[]')
        from units u where ${asked} and exists (
          select from posts po where po.person_id = o.person_id and po.unit_id = u.id
            and po.role in ('head', 'deputy', 'clerk') and ${held})) as units,
      (select coalesce(json_agg(json_build_object('id', m.assignment_id, 'why', m.why)), '[]')
        from reminders m where m.outbox_id = o.id) as reasons
    from outbox o
    join people p on p.id = o.person_id
    where o.id in ${outboxIds}`)
  return rows.map((row) => ({
    outboxId: Number(row.outbox_id),
    personId: Number(row.person_id),
    recipient: row.recipient,
    units: row.units,
    reasons: new Map(row.reasons.map(({ id, why }) => [id, why.split(',')])),
    notBefore: new Date(row.not_before),
  }))
}

/** A reminder in the words that leave. */
export type Worded = { outboxId: number; personId: number; message: OutgoingMessage }

/** The ledger keeps what is really sent; parts of the earlier words that are through are no parts of these. */
export async function rewordClaimed(db: Db, worded: readonly Worded[]): Promise<void> {
  if (worded.length === 0) return
  const rows = worded.map(({ outboxId, message }) => ({ id: outboxId, message }))
  await db.execute(sql`
    update outbox o set message = r.message, other_ids = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id bigint, message jsonb)
    where o.id = r.id`)
}

/** Back among those that wait: nothing was tried. */
export async function putBack(db: Db, outboxIds: readonly number[], notBefore: Date): Promise<void> {
  if (outboxIds.length === 0) return
  await db
    .update(outbox)
    .set({ state: 'waiting', notBefore, attempts: sql`${outbox.attempts} - 1` })
    .where(inArray(outbox.id, [...outboxIds]))
}
