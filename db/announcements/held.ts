/** Announcements of a bot whose month is nearly used up: put off until the next, or sent all the same. */
import { sql } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import { audit } from '../audit.ts'
import type { Db, Tx } from '../client.ts'

/**
 * Of messages that were claimed, puts back the announcements that nobody has decided on; resolves with their ids. One
 * whose moment was changed was tried or allowed before; what is urgent, and a correction of what many have read, never waits.
 */
export async function holdClaimed(db: Db, outboxIds: readonly number[], until: Date): Promise<Set<number>> {
  if (outboxIds.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`
    update outbox o set state = 'waiting', attempts = attempts - 1, not_before = ${until.toISOString()}
    where o.id in ${[...outboxIds]} and o.kind = 'announcement' and o.state = 'sending' and o.not_before <= o.queued_at
      and not exists (select from announcement_messages m join announcements n on n.id = m.announcement_id
        where m.outbox_id = o.id and (m.round = 'change' or n.urgent))
    returning o.id`)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** Those that wait for a month that begins then. */
const heldFor = ({ channel, bot }: Bot, month: Date) => sql`
  o.kind = 'announcement' and o.state = 'waiting' and o.not_before >= ${month.toISOString()}
  and exists (select from contacts c where c.id = o.contact_id and c.channel = ${channel} and c.bot = ${bot})`

/** How many of a bot's announcements wait for the month that begins then, and the newest of them. */
export async function heldAnnouncements(
  tx: Tx | Db,
  bot: Bot,
  month: Date,
): Promise<{ count: number; newest: number | null }> {
  const [row] = await tx.execute<{ count: number; newest: string | null }>(
    sql`select count(*)::int as count, max(o.id) as newest from outbox o where ${heldFor(bot, month)}`,
  )
  return { count: row?.count ?? 0, newest: row?.newest ? Number(row.newest) : null }
}

/** Those of them whose reader has a working chat on another bot. */
export async function heldWithOtherChat(tx: Tx | Db, bot: Bot, month: Date): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from outbox o where ${heldFor(bot, month)} and exists (select from contacts e
      where e.person_id = o.person_id and e.state = 'reachable' and (e.channel, e.bot) <> (${bot.channel}, ${bot.bot}))`)
  return rows.map(({ id }) => Number(id))
}

/** Lets them go out; resolves with how many they were. */
export async function releaseAnnouncements(tx: Tx, bot: Bot, month: Date, now: Date): Promise<number> {
  const rows = await tx.execute(sql`
    update outbox o set not_before = ${now.toISOString()} where ${heldFor(bot, month)} returning o.id`)
  return rows.length
}

const subjectOf = ({ channel, bot }: Bot) => `bot:${channel}.${bot}`

export type Word = 'sent' | 'put_off'

/** Keeps who decided what about a bot's announcements. */
export async function keepWord(
  tx: Tx,
  bot: Bot,
  { word, by, messages, now }: { word: Word; by: number; messages: number; now: Date },
): Promise<void> {
  const action = `quota.${word}`
  await audit(tx, {
    personId: by,
    through: 'chat',
    action,
    subject: subjectOf(bot),
    facts: { messages },
    at: now,
  })
}

/** Who let them go last; null when nobody has since then. */
export async function whoReleased(tx: Tx, bot: Bot, since: Date): Promise<string | null> {
  const [row] = await tx.execute<{ name: string }>(sql`
    select p.full_name as name from audit_entries a join people p on p.id = a.person_id
    where a.action = 'quota.sent' and a.subject = ${subjectOf(bot)} and a.at >= ${since.toISOString()}
    order by a.id desc limit 1`)
  return row?.name ?? null
}
