/** The words of an announcement in a unit's chat: as it comes, confirmed, asked about again, and taken back. */
import type { Choice, OutgoingFile, OutgoingMessage } from '../domain/message.ts'
import { officeDay } from '../domain/office-day.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { clockTime, fullDay, shortDay } from './dates.ts'
import type { Language, Translate } from './i18n.ts'

/** How the office speaks, and by which clock. */
export type Voice = { t: Translate; settings: { timezone: string; language: Language } }

/** 9h05, 24/11 */
export const momentText = (moment: Date, { settings: { timezone, language } }: Voice): string =>
  `${clockTime(moment, timezone, language)}, ${shortDay(officeDay(moment, timezone))}`

export type AnnouncementText = {
  id: number
  title: string
  body: string
  urgent: boolean
  /** The moment it was, or will be, put into the outbox. */
  sentAt: Date
  /** Since when it says this, where it first said something else. */
  editedAt?: Date | null
}

type More = {
  files?: OutgoingFile[]
  /** When the reader said that they had seen it: then there is nothing left to press. */
  acknowledgedAt?: Date | null
  /** Shown to the office before it is sent: nothing to press either. */
  preview?: true
}

export function announcementMessage(
  { id, title, body, urgent, sentAt, editedAt }: AnnouncementText,
  voice: Voice,
  { files = [], acknowledgedAt, preview }: More = {},
): OutgoingMessage {
  const { t, settings } = voice
  const sign = urgent ? `🔴 ${t('announcement.urgent')}: ` : '📣 '
  const date = fullDay(officeDay(sentAt, settings.timezone))
  const from = editedAt
    ? t('announcement.fromEdited', { date, time: momentText(editedAt, voice) })
    : t('announcement.from', { date })
  const end = acknowledgedAt
    ? `${from}\n\n${t('announcement.acked', { time: momentText(acknowledgedAt, voice) })}`
    : `${from} ${t('announcement.askSeen')}`
  return {
    text: `${sign}${title}\n${body}\n\n${end}`,
    marks: [{ start: sign.length, length: title.length, style: 'bold' }],
    ...(files.length > 0 ? { files } : {}),
    ...(acknowledgedAt || preview ? {} : { choices: [[seenChoice(id, t), questionChoice(id, t)]] }),
  }
}

const seenChoice = (id: number, t: Translate): Choice => ({
  label: t('announcement.label.seen'),
  value: topicValue('received', 'seen', id),
})

const questionChoice = (id: number, t: Translate): Choice => ({
  label: t('announcement.label.question'),
  value: topicValue('received', 'question', id),
})

/** Asks somebody, once, to confirm what their units have not confirmed. */
export function nudgeMessage(
  { id, title, sentAt }: Omit<AnnouncementText, 'body' | 'urgent'>,
  to: { name: string; units: readonly string[] },
  { t, settings }: Voice,
): OutgoingMessage {
  const date = shortDay(officeDay(sentAt, settings.timezone))
  const text = t('announcement.nudge', { title, date, name: to.name, units: to.units.join(', ') })
  return { text, choices: [[seenChoice(id, t)]] }
}

/** Stands where the announcement stood. */
export function withdrawnMessage(title: string, withdrawnAt: Date, voice: Voice): OutgoingMessage {
  return { text: voice.t('announcement.withdrawn', { title, time: momentText(withdrawnAt, voice) }) }
}
