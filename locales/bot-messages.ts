/** What the office is told of its bots: near the limits of their plan, holding announcements back, or void. */
import {
  ALMOST_NOTHING_LEFT,
  type BotLimit,
  type BotUse,
  NEARLY_FULL,
  type UsedShare,
} from '../domain/bot-limits.ts'
import type { Bot, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'

export const botNamed = ({ channel, bot }: Bot, t: Translate): string =>
  t('quota.bot', { platform: t(`platform.${channel}`), bot })

/** One bot that is nearly full, or nearly at the end of its month. */
export function nearLimitMessage(bot: Bot, share: UsedShare, t: Translate): OutgoingMessage {
  const { what, percent } = share
  const words = what === 'messages' && percent >= ALMOST_NOTHING_LEFT ? 'stopped' : what
  return { text: t(`quota.near.${words}`, { ...share, bot: botNamed(bot, t), stop: ALMOST_NOTHING_LEFT }) }
}

export type Held = {
  count: number
  messages: UsedShare
  /** A day of the month that is nearly used up. */
  today: Temporal.PlainDate
  /** When they go out if nobody says anything. */
  opens: Temporal.PlainDate
}

/** Asks for the office's word about the announcements that wait. */
export function heldMessage(
  bot: Bot,
  { count, messages, today, opens }: Held,
  t: Translate,
): OutgoingMessage {
  const { percent, limit, used } = messages
  const left = Math.max(limit - used, 0)
  const button = (label: string, act: string) => ({
    label,
    value: topicValue('quota', act, today.year * 100 + today.month, `${bot.channel}.${bot.bot}`),
  })
  return {
    text: t('quota.held', { n: count, bot: botNamed(bot, t), percent, left, day: shortDay(opens) }),
    choices: [[button(t('quota.sendNow', { n: count }), 'now'), button(t('quota.nextMonth'), 'later')]],
  }
}

export const voidMessage = (bot: Bot, t: Translate): OutgoingMessage => ({
  text: t('quota.void', { bot: botNamed(bot, t) }),
})

/** The platform has refused every message for so long that it will not pass by itself. */
export const exhaustedMessage = (bot: Bot, minutes: number, t: Translate): OutgoingMessage => ({
  text: t('quota.exhausted', { bot: botNamed(bot, t), minutes }),
})

/** One bot's people and messages of this month, and what its plan allows where there is one. */
export type BotCounters = { use: BotUse; limit?: BotLimit }

export function countersLine({ use, limit }: BotCounters, t: Translate): string {
  const { channel, people, messages } = use
  const facts = { bot: `${t(`platform.${channel}`)} ${use.bot}`, people, messages }
  return limit
    ? t('quota.counters.of', { ...facts, mostPeople: limit.people, mostMessages: limit.messages })
    : t('quota.counters.open', facts)
}

/** More stand in no digest. */
const MOST_BOTS = 2

/** A line for each bot, the fullest first; more of them are counted. Empty where there is none. */
export function countersLines(bots: readonly BotCounters[], t: Translate): string[] {
  const fullness = ({ use, limit }: BotCounters) =>
    limit ? Math.max(use.people / limit.people, use.messages / limit.messages) : 0
  const sorted = bots.toSorted((a, b) => fullness(b) - fullness(a))
  const lines = sorted.slice(0, MOST_BOTS).map((bot) => {
    const line = countersLine(bot, t)
    return fullness(bot) * 100 >= NEARLY_FULL ? `⚠️ ${line}` : line
  })
  const more = sorted.length - lines.length
  return lines.map((line, index) =>
    more > 0 && index === lines.length - 1 ? `${line}, ${t('quota.counters.others', { n: more })}` : line,
  )
}
