/** How many people each bot has, and how many messages went by it this month, as `summary.bots` says. */
import { sql } from 'drizzle-orm'
import { type BotLimits, type BotUse, type UsedShare, usedShares } from '../../domain/bot-limits.ts'
import type { Bot, ChannelName } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'

/** Every bot that anybody has written to. */
export async function botsInUse(db: Db | Tx): Promise<BotUse[]> {
  const rows = await db.execute<{ channel: ChannelName; bot: string; people: number; messages: number }>(sql`
    select channel, bot, people, messages_this_month as messages from summary.bots order by channel, bot`)
  return [...rows]
}

/** How much of its plan each bot has used; nothing of a bot without a limit. */
export async function sharesInUse(
  db: Db | Tx,
  limits: BotLimits,
): Promise<{ bot: string; share: UsedShare }[]> {
  const uses = await botsInUse(db)
  return uses.flatMap((use) => usedShares(use, limits).map((share) => ({ bot: use.bot, share })))
}

/** Of one bot; zeros while nobody has written to it. */
export async function useOf(db: Db | Tx, { channel, bot }: Bot): Promise<BotUse> {
  const [row] = await db.execute<{ people: number; messages: number }>(sql`
    select people, messages_this_month as messages from summary.bots where channel = ${channel} and bot = ${bot}`)
  return { channel, bot, people: row?.people ?? 0, messages: row?.messages ?? 0 }
}
