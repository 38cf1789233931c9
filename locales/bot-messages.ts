/** What the office is told of its bots: near the limits of their plan, holding announcements back, or void. */
import { ALMOST_NOTHING_LEFT, NEARLY_FULL, type UsedShare } from '../domain/bot-limits.ts'
import type { Bot, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'

export const botNamed = ({ channel, bot }: Bot, t: Translate): string => t(`quota.bot.${channel}`, { bot })

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

/** One line for the digest: the bot that is nearest to its limit, and how many more are near; none while none is. */
export function nearLimitsLine(near: readonly { bot: string; share: UsedShare }[], t: Translate): string[] {
  const [nearest, ...others] = near
    .filter(({ share }) => share.percent >= NEARLY_FULL)
    .toSorted((a, b) => b.share.percent - a.share.percent)
  if (!nearest) return []
  const { bot, share } = nearest
  const line = t(`quota.digest.${share.what}`, { ...share, bot })
  return [others.length > 0 ? `${line}${t('quota.digest.others', { n: others.length })}.` : `${line}.`]
}
