/** The office's word about announcements that wait because a bot's month is nearly used up. */
import {
  heldAnnouncements,
  keepWord,
  releaseAnnouncements,
  whoReleased,
} from '../../../db/announcements/held.ts'
import { type Bot, isChannel } from '../../../domain/message.ts'
import { nextMonthBegins } from '../../../domain/next-month.ts'
import { botNamed } from '../../../locales/bot-messages.ts'
import { answerInPlace } from '../../in-place.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'

export const quota: Topic = {
  audience: ['office'],
  async press(turn, { act, id, detail }) {
    const bot = botOf(detail)
    const today = monthOf(id)
    if (bot && today && act === 'now') return sendNow(turn, bot, today)
    if (bot && today && act === 'later') return putOff(turn, bot, today)
    await turn.say({ text: turn.t('talk.oldButton') })
  },
}

function botOf(detail: string): Bot | null {
  const [channel = '', bot] = detail.split('.')
  return isChannel(channel) && bot ? { channel, bot } : null
}

/** The first day of a month written as 202612. */
function monthOf(id: number): Temporal.PlainDate | null {
  const [year, month] = [Math.floor(id / 100), id % 100]
  return year > 2000 && month >= 1 && month <= 12 ? Temporal.PlainDate.from({ year, month, day: 1 }) : null
}

async function sendNow(turn: PersonTurn, bot: Bot, month: Temporal.PlainDate): Promise<void> {
  const { tx, t, now, person, settings } = turn
  const n = await releaseAnnouncements(tx, bot, nextMonthBegins(month, settings.timezone), now)
  if (n === 0) return sayNothingWaits(turn, bot, month)
  await keepWord(tx, bot, { word: 'sent', by: person.id, messages: n, now })
  await answerInPlace(turn, { text: t('quota.sent', { n, bot: botNamed(bot, t) }) })
}

/** They wait anyway: what is new is that the office has said so. The question stays, for its mind may change. */
async function putOff(turn: PersonTurn, bot: Bot, month: Temporal.PlainDate): Promise<void> {
  const { tx, t, now, person, settings } = turn
  const { count } = await heldAnnouncements(tx, bot, nextMonthBegins(month, settings.timezone))
  if (count === 0) return sayNothingWaits(turn, bot, month)
  await keepWord(tx, bot, { word: 'put_off', by: person.id, messages: count, now })
  await turn.say({ text: t('quota.putOff', { n: count, bot: botNamed(bot, t) }) })
}

async function sayNothingWaits(turn: PersonTurn, bot: Bot, month: Temporal.PlainDate): Promise<void> {
  const { tx, t, settings } = turn
  const since = new Date(month.toZonedDateTime(settings.timezone).epochMilliseconds)
  const name = await whoReleased(tx, bot, since)
  const facts = { bot: botNamed(bot, t) }
  const text = name ? t('quota.released', { ...facts, name }) : t('quota.nothing', facts)
  await answerInPlace(turn, { text })
}
