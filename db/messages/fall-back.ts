/** A message that one of a person's chats did not take goes to another of theirs: the ledger shows the way it went. */
import { sql } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'

/**
 * What answers the words or the files that a chat sent just now: it would mean nothing in another chat. All else may go
 * to any chat of its reader, also what is called an answer because it overtakes what goes to many: a decision, a word to
 * the office, a warning.
 */
export const answersItsChat = sql`o.key ~ '^(answer|failed|file|album|announcement-album):'`

/**
 * Puts each of these messages once more into the outbox, for a chat of the same person that no message of this chain has
 * tried, with what it reminds of and announces. An answer stays with the chat that asked. Returns how many went on; the
 * rest have no such chat left.
 */
export async function sendElsewhere(tx: Tx | Db, outboxIds: readonly number[], now: Date): Promise<number> {
  if (outboxIds.length === 0) return 0
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive chain(first, id, contact_id, instead_of) as (
      select o.id, o.id, o.contact_id, o.instead_of from outbox o where o.id in ${[...outboxIds]}
      union all
      select chain.first, o.id, o.contact_id, o.instead_of from chain join outbox o on o.id = chain.instead_of),
    next_try as (
      insert into outbox (key, kind, priority, contact_id, person_id, unit_id, message, not_before, queued_at, instead_of)
      select o.key || ':' || c.id, o.kind, o.priority, c.id, o.person_id, o.unit_id, o.message - 'replaces',
        ${now.toISOString()}, ${now.toISOString()}, o.id
      from outbox o
      join lateral (select c.id from contacts c
        where c.person_id = o.person_id and c.state = 'reachable'
          and not exists (select from chain where chain.first = o.id and chain.contact_id = c.id)
        order by (c.channel = chosen_channel(o.person_id)) is true desc, c.joined_at desc nulls last limit 1) c on true
      where o.id in ${[...outboxIds]} and not ${answersItsChat}
      on conflict do nothing
      returning id, instead_of),
    reminding as (
      insert into reminders (outbox_id, assignment_id, on_day, why)
      select n.id, r.assignment_id, r.on_day, r.why from next_try n join reminders r on r.outbox_id = n.instead_of),
    announcing as (
      insert into announcement_messages (outbox_id, announcement_id, unit_id, round)
      select n.id, m.announcement_id, m.unit_id, m.round
      from next_try n join announcement_messages m on m.outbox_id = n.instead_of)
    select id from next_try`)
  return rows.length
}

/** Older than this it is history, and nobody is written to about it again. */
const LONGEST_AGO = '3 days'

/**
 * Sends these by another chat instead of the one where they wait, or were claimed and did not leave; resolves with how
 * many went on. `failure` is what the ledger says of the first way.
 */
export async function sendInstead(
  db: Db | Tx,
  outboxIds: readonly number[],
  { failure, now }: { failure: string; now: Date },
): Promise<number> {
  if (outboxIds.length === 0) return 0
  return db.transaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      update outbox o set state = 'failed', failure = ${failure}
      where o.id in ${[...outboxIds]} and o.state in ('waiting', 'sending') returning o.id`)
    return sendElsewhere(
      tx,
      rows.map(({ id }) => Number(id)),
      now,
    )
  })
}

/** The reader has another chat, and not only the one that this message comes from. */
const hasOtherChat = sql`exists (select from contacts e
  where e.person_id = o.person_id and e.state = 'reachable' and e.id <> o.contact_id
    and not exists (select from outbox p where p.id = o.instead_of and p.contact_id = e.id))`

/** The same, on another bot. */
const hasOtherBot = sql`exists (select from contacts e join contacts own on own.id = o.contact_id
  where e.person_id = o.person_id and e.state = 'reachable' and (e.channel, e.bot) <> (own.channel, own.bot)
    and not exists (select from outbox p where p.id = o.instead_of and p.contact_id = e.id))`

/** What should have left before a moment and did not: its bot is away, or its platform takes nothing. */
export async function overdue(db: Db | Tx, dueBefore: Date): Promise<number[]> {
  const before = dueBefore.toISOString()
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from outbox o
    where o.state in ('waiting', 'sending') and not ${answersItsChat} and ${hasOtherChat}
      and o.not_before <= ${before} and o.not_before > ${before}::timestamptz - ${LONGEST_AGO}::interval
    order by o.id`)
  return rows.map(({ id }) => Number(id))
}

/** Of these messages, those that may reach their reader by another bot. */
export async function movable(db: Db | Tx, outboxIds: readonly number[]): Promise<Set<number>> {
  if (outboxIds.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from outbox o where o.id in ${[...outboxIds]} and not ${answersItsChat} and ${hasOtherBot}`)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** What waits for a bot by now and may reach its reader by another, the oldest first. */
export async function movableFrom(
  db: Db | Tx,
  { channel, bot }: Bot,
  { now, limit }: { now: Date; limit: number },
): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from outbox o join contacts c on c.id = o.contact_id
    where o.state = 'waiting' and o.not_before <= ${now.toISOString()} and (c.channel, c.bot) = (${channel}, ${bot})
      and not ${answersItsChat} and ${hasOtherBot}
    order by o.id limit ${limit}`)
  return rows.map(({ id }) => Number(id))
}

/**
 * Reminders and announcements that reached a chat, or may have, before a moment and to which nothing came back, neither a press nor a
 * report, of people who can be reached elsewhere too.
 */
export async function unanswered(db: Db | Tx, sentBefore: Date): Promise<number[]> {
  const before = sentBefore.toISOString()
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from (select *, coalesce(sent_at, not_before) as left_at from outbox) o
    where o.kind in ('reminder', 'announcement') and o.state in ('sent', 'unknown') and o.acknowledged_at is null
      and o.left_at <= ${before} and o.left_at > ${before}::timestamptz - ${LONGEST_AGO}::interval
      and not exists (select from outbox n where n.instead_of = o.id)
      and ${hasOtherChat}
      and not exists (select from inbox i join contacts c on c.channel = i.channel and c.bot = i.bot
        and c.external_id = i.chat where c.person_id = o.person_id and i.received_at > o.left_at)
      and not exists (select from announcement_messages m join announcements n on n.id = m.announcement_id
        where m.outbox_id = o.id and (m.round = 'change' or n.edited_at is not null or n.withdrawn_at is not null))
      and (o.kind = 'announcement' or exists (select from reminders m where m.outbox_id = o.id
        and not exists (select from reports r where r.assignment_id = m.assignment_id and r.reported_at > o.left_at)))
    order by o.id`)
  return rows.map(({ id }) => Number(id))
}
