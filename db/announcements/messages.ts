/** The messages that carry an announcement: who gets them, in which round, and whose unit they count for. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Delivery } from '../../domain/announcements/deliveries.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Tx } from '../client.ts'
import { enqueue, reword } from '../messages/outbox.ts'
import { announcementMessages, outbox } from '../schema/index.ts'

export type Round = (typeof announcementMessages.$inferSelect)['round']

type Put = {
  announcementId: number
  round: Round
  /** Names the message; a second one with the same key is never made. */
  key: string
  delivery: Delivery
  message: OutgoingMessage
  now: Date
}

/** Adds one message, and says for which unit it is; false when it was there already. */
export async function putMessage(
  tx: Tx,
  { delivery, announcementId, round, ...rest }: Put,
): Promise<boolean> {
  const { unitId, personId, follows } = delivery
  const contactId = follows ? null : delivery.contactId
  const outboxId = await enqueue(tx, { ...rest, kind: 'announcement', contactId, personId, unitId })
  if (outboxId === null) return false
  // Without a chat no sender takes it: it waits for what becomes of the message that the person does get.
  if (follows) await tx.update(outbox).set({ state: 'waiting', failure: null }).where(eq(outbox.id, outboxId))
  await tx.insert(announcementMessages).values({ outboxId, announcementId, unitId, round })
  return true
}

/** Which of an announcement's messages are meant. */
const messagesOf = (tx: Tx, announcementId: number, rounds: Round[]) =>
  tx
    .select({ id: announcementMessages.outboxId })
    .from(announcementMessages)
    .where(
      and(
        eq(announcementMessages.announcementId, announcementId),
        inArray(announcementMessages.round, rounds),
      ),
    )

/**
 * What a person has for another of their units fares as the message they got: the ledger has a row for each unit, and
 * one press on the message they share confirms it for all.
 */
export async function followMessages(tx: Tx, announcementId: number): Promise<void> {
  await tx.execute(sql`
    update outbox f set state = l.state, failure = l.failure, sent_at = l.sent_at, external_id = l.external_id,
      contact_id = l.contact_id, acknowledged_at = coalesce(f.acknowledged_at, l.acknowledged_at)
    from announcement_messages m join outbox g on g.id = m.outbox_id, lateral (
      select o.* from announcement_messages n join outbox o on o.id = n.outbox_id
      where n.announcement_id = m.announcement_id and n.round = m.round and o.person_id = g.person_id
        and o.contact_id is not null
      order by o.id desc limit 1) l
    where g.id = f.id and m.announcement_id = ${announcementId}
      and f.state = 'waiting' and f.contact_id is null and l.state not in ('waiting', 'sending')`)
}

/** Takes back what has not left yet; what is under way cannot be. Resolves with how many messages that were. */
export async function holdBack(tx: Tx, announcementId: number): Promise<number> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'cancelled' })
    .where(
      and(
        inArray(outbox.id, messagesOf(tx, announcementId, ['first', 'again', 'nudge'])),
        eq(outbox.state, 'waiting'),
        isNotNull(outbox.contactId),
      ),
    )
    .returning({ id: outbox.id })
  return rows.length
}

/** How many messages there are: the number of the next round's. */
export async function countMessages(tx: Tx, announcementId: number): Promise<number> {
  return tx.$count(announcementMessages, eq(announcementMessages.announcementId, announcementId))
}

/** Words anew what still waits for its turn. */
export async function rewordWaiting(tx: Tx, announcementId: number, message: OutgoingMessage): Promise<void> {
  for (const { id } of await messagesOf(tx, announcementId, ['first', 'again'])) await reword(tx, id, message)
}

export type SentMessage = {
  id: number
  unitId: number
  personId: number | null
  contactId: number
  externalId: string
  /** Of what came with it: the pictures of an album. */
  otherIds: string[] | null
  acknowledgedAt: Date | null
}

/** What has arrived, one row a message; without `text`, or only what says something else than that. */
export async function sentMessages(
  tx: Tx,
  announcementId: number,
  rounds: Round[],
  otherThan: string[] = [],
): Promise<SentMessage[]> {
  const rows = await tx.execute<
    Record<'id' | 'unit_id' | 'contact_id' | 'external_id', string> & {
      person_id: string | null
      acknowledged_at: string | null
      other_ids: string[] | null
    }
  >(sql`
    select min(o.id) as id, min(m.unit_id) as unit_id, min(o.person_id) as person_id, o.contact_id, o.external_id,
      min(o.acknowledged_at) as acknowledged_at, max(o.other_ids::text)::jsonb as other_ids
    from announcement_messages m join outbox o on o.id = m.outbox_id
    where m.announcement_id = ${announcementId} and m.round in ${rounds} and o.state = 'sent'
      and o.message->>'text' <> all(${sql.param(otherThan)})
    group by o.contact_id, o.external_id order by min(o.id)`)
  return rows.map((row) => ({
    id: Number(row.id),
    unitId: Number(row.unit_id),
    personId: row.person_id === null ? null : Number(row.person_id),
    contactId: Number(row.contact_id),
    externalId: row.external_id,
    otherIds: row.other_ids,
    acknowledgedAt: row.acknowledged_at === null ? null : new Date(row.acknowledged_at),
  }))
}

/** What may have arrived. */
const LEFT = sql`o.state in ('sent', 'sending', 'unknown')`

/** Was it sent to this person? */
export async function hasAnnouncement(tx: Tx, announcementId: number, personId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from announcement_messages m join outbox o on o.id = m.outbox_id
    where m.announcement_id = ${announcementId} and o.person_id = ${personId} and ${LEFT} limit 1`)
  return rows.length > 0
}

/** The person has seen it, for all their units. Resolves with when they first said so. */
export async function acknowledgeAnnouncement(
  tx: Tx,
  announcementId: number,
  personId: number,
  now: Date,
): Promise<Date> {
  const rows = await tx.execute<{ at: string }>(sql`
    update outbox o set acknowledged_at = coalesce(o.acknowledged_at, ${now.toISOString()}::timestamptz)
    from announcement_messages m
    where m.outbox_id = o.id and m.announcement_id = ${announcementId} and m.round <> 'change'
      and o.person_id = ${personId} and (${LEFT} or (o.state = 'waiting' and o.contact_id is null))
    returning o.acknowledged_at as at`)
  return new Date(Math.min(now.getTime(), ...rows.map(({ at }) => new Date(at).getTime())))
}
