/** The sender's half of the outbox: claiming what waits and recording how it went. For a bot's one sender only. */
import { inArray, sql } from 'drizzle-orm'
import type { Address, Bot, OutgoingMessage } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { contacts, outbox } from '../schema/index.ts'
import { answersItsChat, sendElsewhere } from './fall-back.ts'
import { type Asks, offerByNumber } from './offer-by-number.ts'
import type { DeliveryKind } from './outbox.ts'

/** What the column can hold; a message that waits for days on end is counted no further. */
const MOST_ATTEMPTS = 32_767

export type Claimed = {
  id: number
  kind: DeliveryKind
  /** 0 for answers, 1 for what the office sends to many. */
  priority: number
  to: Address
  contactId: number
  message: OutgoingMessage
  /** It was sent once before, with an outcome nobody knows. */
  repeated: boolean
  /** It answers what this very chat sent, and goes to no other. */
  stays: boolean
  /** The parts of it that earlier tries got through. */
  already: string[]
}

/** How a send went, with the parts that are through beside `externalId`: `again` puts it back, `repeat` puts it back once and marks it, `moved` puts it back for a new id. */
export type Outcome = { id: number; otherIds?: readonly string[] } & (
  | { state: 'sent'; externalId: string; asks?: Asks | null; at: Date }
  | { state: 'failed'; failure: string; at: Date }
  | { state: 'unknown' }
  | { state: 'again' | 'repeat'; notBefore: Date }
  | { state: 'moved'; movedTo: string; notBefore: Date }
)

/**
 * Takes the next messages of one bot, answers first, at most one per chat and priority: a chat's next message
 * waits for the one before it, so a person reads them in order; one whose hour has not come holds up nobody.
 *
 * However many wait, and whatever PostgreSQL believes of that, it looks at the conditions of a few alone: `offset 0` has
 * the messages put in order first, a subquery that yields a value cannot become a join, and one that yields an array is
 * asked once, not for each that waits.
 */
export async function claim(db: Db, bot: Bot, limit: number, now: Date): Promise<Claimed[]> {
  const rows = await db.execute<
    Omit<Claimed, 'to' | 'id' | 'contactId'> & { id: string; contact_id: string; chat: string }
  >(sql`
    update outbox o set state = 'sending', attempts = least(o.attempts + 1, ${MOST_ATTEMPTS})
    from contacts c
    where c.id = o.contact_id and o.state = 'waiting' and o.id = any(array(
      select w.id from (
        select id, contact_id, priority from outbox
        where state = 'waiting' and not_before <= ${now.toISOString()}
        order by priority, id offset 0) w
      where (select (wc.channel, wc.bot) = (${bot.channel}, ${bot.bot}) from contacts wc where wc.id = w.contact_id)
        and w.id = (
          select e.id from outbox e
          where e.contact_id = w.contact_id and e.priority = w.priority and e.state in ('waiting', 'sending')
            and (e.attempts > 0 or e.not_before <= ${now.toISOString()})
          order by e.contact_id, e.priority, e.id limit 1)
      order by w.priority, w.id limit ${limit}))
    returning o.id, o.kind, o.priority, o.contact_id, c.external_id as chat, o.message, o.repeated,
      ${answersItsChat} as stays, coalesce(o.other_ids, '[]') as already`)
  return rows
    .map((row) => ({
      id: Number(row.id),
      kind: row.kind,
      priority: row.priority,
      to: { channel: bot.channel, bot: bot.bot, id: row.chat },
      contactId: Number(row.contact_id),
      message: row.message,
      repeated: row.repeated,
      stays: row.stays,
      already: row.already,
    }))
    .sort((a, b) => a.priority - b.priority || a.id - b.id)
}

/** Failures after which a chat gets nothing until its person writes again. */
const CLOSED = ['blocked', 'unreachable']
const WAITS: Outcome['state'][] = ['again', 'repeat', 'moved']

/**
 * Records many outcomes at once, what a number typed in each chat means from now on, and what they taught us about the
 * chats: closed to us, or under a new id. What did not reach a person goes to another of their chats.
 */
export async function record(db: Db, outcomes: Outcome[]): Promise<void> {
  const rows = outcomes.map((o) => ({
    id: o.id,
    state: WAITS.includes(o.state) ? 'waiting' : o.state,
    repeated: o.state === 'repeat' || o.state === 'unknown',
    external_id: o.state === 'sent' ? o.externalId : null,
    other_ids: o.otherIds?.length ? o.otherIds : null,
    sent_at: o.state === 'sent' ? o.at.toISOString() : null,
    failure: o.state === 'failed' ? o.failure : null,
    not_before: 'notBefore' in o ? o.notBefore.toISOString() : null,
  }))
  const closed = outcomes.filter((o) => o.state === 'failed' && CLOSED.includes(o.failure)).map((o) => o.id)
  const moved = outcomes.filter((o) => o.state === 'moved')
  const asking = outcomes.flatMap((o) =>
    o.state === 'sent' && o.asks ? [{ id: o.id, asks: o.asks, at: o.at }] : [],
  )
  await db.transaction(async (tx) => {
    // First: whoever handles what a person wrote locks their conversation before the messages.
    await offerByNumber(tx, asking)
    await tx.execute(sql`
      update outbox o set state = r.state, repeated = o.repeated or r.repeated, external_id = r.external_id,
        other_ids = case r.state when 'sent' then r.other_ids else coalesce(r.other_ids, o.other_ids) end,
        sent_at = r.sent_at, failure = r.failure, not_before = coalesce(r.not_before, o.not_before)
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id bigint, state text, repeated boolean,
        external_id text, other_ids jsonb, sent_at timestamptz, failure text, not_before timestamptz)
      where o.id = r.id and o.state = 'sending'`)
    if (closed.length > 0) {
      await tx
        .update(contacts)
        .set({ state: 'unreachable' })
        .where(inArray(contacts.id, contactOf(tx, closed)))
    }
    const failed = outcomes.filter((o) => o.state === 'failed')
    const [first] = failed
    if (first)
      await sendElsewhere(
        tx,
        failed.map((o) => o.id),
        first.at,
      )
    for (const { id, movedTo } of moved) {
      await tx
        .update(contacts)
        .set({ externalId: movedTo })
        .where(inArray(contacts.id, contactOf(tx, [id])))
    }
  })
}

const contactOf = (tx: Tx, ids: number[]) =>
  tx
    .select({ id: sql<number>`${outbox.contactId}` })
    .from(outbox)
    .where(inArray(outbox.id, ids))

/**
 * What a sender that died left behind: whether these arrived, nobody knows. Each goes out once more, marked;
 * what was already a repetition stays unknown for the office to see.
 */
export async function recoverAbandoned(db: Db, bot: Bot): Promise<number> {
  const rows = await db.execute(sql`
    update outbox o set state = case when o.repeated then 'unknown' else 'waiting' end, repeated = true
    from contacts c
    where c.id = o.contact_id and c.channel = ${bot.channel} and c.bot = ${bot.bot} and o.state = 'sending'
    returning o.id`)
  return rows.length
}
