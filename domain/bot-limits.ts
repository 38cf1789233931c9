/** How much of its platform's plan a bot has used, and from when on that is a matter for the office. */
import type { Bot, ChannelName } from './message.ts'

/** What one bot's plan allows: people, and messages in a month. */
export type BotLimit = { people: number; messages: number }

/** Only platforms that have a limit are named. */
export type BotLimits = Partial<Record<ChannelName, BotLimit>>

/** As `summary.bots` counts it. */
export type BotUse = Bot & BotLimit

export type UsedShare = {
  what: keyof BotLimit
  used: number
  limit: number
  /** Rounded down: 100 means that nothing is left. */
  percent: number
}

/** From here on the office is told. */
export const NEARLY_FULL = 80
/** From here on what can wait does. */
export const ALMOST_NOTHING_LEFT = 95
export const NOTHING_LEFT = 100

/** People and messages, in this order; none for a bot without a limit. */
export function usedShares(use: BotUse, limits: BotLimits): UsedShare[] {
  const limit = limits[use.channel]
  return limit ? [shareOf('people', use, limit), shareOf('messages', use, limit)] : []
}

export const shareOf = (what: keyof BotLimit, use: BotLimit, limit: BotLimit): UsedShare => ({
  what,
  used: use[what],
  limit: limit[what],
  percent: Math.floor((use[what] * 100) / limit[what]),
})
