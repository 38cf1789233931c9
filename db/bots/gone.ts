/** Bots that the service does not run any more: their chats reach nobody until the bot is back. */
import { sql } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'

/** For a `where` on the table `contacts c`: its bot is none of these. */
const isNoneOf = (bots: readonly Bot[]) => sql`
  not exists (select from jsonb_to_recordset(${JSON.stringify(bots)}::text::jsonb) as b(channel text, bot text)
    where (b.channel, b.bot) = (c.channel, c.bot))`

/**
 * At the start of the service, which runs these bots: chats of all others are gone, and those of a bot that is back work
 * as before. A service without any bot is not set up yet, and changes nothing.
 */
export async function keepRunningBots(db: Db, bots: readonly Bot[]): Promise<void> {
  if (bots.length === 0) return
  await db.execute(sql`
    update contacts c set state = case when ${isNoneOf(bots)} then 'bot_gone' else 'reachable' end
    where (c.state = 'reachable' and ${isNoneOf(bots)}) or (c.state = 'bot_gone' and not ${isNoneOf(bots)})`)
}

/**
 * Gives up what waits for a bot that is gone. Resolves with those that did not leave: they may go elsewhere. What was
 * under way when it went may have arrived, and nobody will ever know.
 */
export async function giveUpForGoneBots(tx: Tx): Promise<number[]> {
  const rows = await tx.execute<{ id: string; state: string }>(sql`
    update outbox o set state = case o.state when 'waiting' then 'failed' else 'unknown' end,
      failure = case o.state when 'waiting' then 'bot_gone' end
    from contacts c
    where c.id = o.contact_id and c.state = 'bot_gone' and o.state in ('waiting', 'sending')
    returning o.id, o.state`)
  return rows.flatMap(({ id, state }) => (state === 'failed' ? [Number(id)] : []))
}

export type GoneBot = Bot & {
  /** Who joined by it. */
  people: number
  /** Of them, those whom no other bot reaches. */
  cutOff: number
}

/** Bots other than these whose chats would still work, as the doctor sees them before the service has started anew. */
export async function goneBots(db: Db, bots: readonly Bot[]): Promise<GoneBot[]> {
  const rows = await db.execute<GoneBot>(sql`
    select c.channel, c.bot, count(distinct c.person_id)::int as people,
      count(distinct c.person_id) filter (where not exists (select from contacts e
        where e.person_id = c.person_id and e.state <> 'unreachable'
          and (e.channel, e.bot) in (select b.channel, b.bot
            from jsonb_to_recordset(${JSON.stringify(bots)}::text::jsonb) as b(channel text, bot text))))::int as "cutOff"
    from contacts c
    where c.person_id is not null and c.state <> 'unreachable' and ${isNoneOf(bots)}
    group by c.channel, c.bot order by c.channel, c.bot`)
  return [...rows]
}
