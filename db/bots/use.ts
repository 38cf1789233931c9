/** How many people each bot has, and how many messages went by it this month, as `summary.bots` says. */
import { sql } from 'drizzle-orm'
import type { BotLimit, BotLimits, BotUse } from '../../domain/bot-limits.ts'
import type { Bot, ChannelName } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'

/** Every bot that anybody has written to, but those that are gone. */
export async function botsInUse(db: Db | Tx): Promise<BotUse[]> {
  const rows = await db.execute<{ channel: ChannelName; bot: string; people: number; messages: number }>(sql`
    select channel, bot, people, messages_this_month as messages from summary.bots
    where not gone order by channel, bot`)
  return [...rows]
}

/** What each bot with a limit has used of it. */
export async function usedOfPlans(
  db: Db | Tx,
  limits: BotLimits,
): Promise<{ use: BotUse; limit: BotLimit }[]> {
  const uses = await botsInUse(db)
  return uses.flatMap((use) => {
    const limit = limits[use.channel]
    return limit ? [{ use, limit }] : []
  })
}

/** Of one bot; zeros while nobody has written to it. */
export async function useOf(db: Db | Tx, { channel, bot }: Bot): Promise<BotUse> {
  const [row] = await db.execute<{ people: number; messages: number }>(sql`
    select people, messages_this_month as messages from summary.bots where channel = ${channel} and bot = ${bot}`)
  return { channel, bot, people: row?.people ?? 0, messages: row?.messages ?? 0 }
}
