/** How an announcement fares: as the message that goes on by itself, and whenever somebody of the office asks. */

import type { Announcement } from '../../../db/announcements/announcements.ts'
import { announcementFigures, announcementPace, unitFigures } from '../../../db/announcements/figures.ts'
import { followMessages } from '../../../db/announcements/messages.ts'
import { show } from '../../../db/announcements/progress.ts'
import type { OutgoingMessage } from '../../../domain/message.ts'
import { momentText } from '../../../locales/announcement-message.ts'
import {
  choiceOf,
  sendingMessage,
  settledMessage,
  unconfirmed,
} from '../../../locales/announcement-progress.ts'
import { askInPlace } from '../../ask.ts'
import { canEdit } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { withSent } from './sent-of-office.ts'

/** Shows it in this chat from now on; the pressed message becomes the one that goes on. */
export async function showLive(turn: PersonTurn, id: number): Promise<void> {
  const { tx, contact, person, now } = turn
  const message = await sendingOf(turn, id)
  turn.asked = { offered: message.choices?.flat() ?? [], awaits: null }
  const place = canEdit(turn) ? { replaces: turn.message.messageId } : {}
  await show(tx, id, { contactId: contact.id, personId: person.id }, { ...message, ...place }, now)
}

/** A button of the list; `above` is said first. */
export const openSent = (turn: PersonTurn, id: number, above = ''): Promise<void> =>
  withSent(turn, id, async (sent) => {
    const message = await statusOf(turn, sent)
    await askInPlace(turn, above === '' ? message : { ...message, text: `${above}\n\n${message.text}` })
  })

async function statusOf(turn: PersonTurn, sent: Announcement): Promise<OutgoingMessage> {
  const { t } = turn
  const { id, state, title, scheduledAt, queuedAt } = sent
  if (state === 'cancelled') return { text: t('announcement.status.cancelled', { title: title ?? '' }) }
  if (state === 'queued' || state === 'withdrawn') return sendingOf(turn, id, { confirmed: true })
  const time = momentText(scheduledAt ?? queuedAt ?? turn.now, turn)
  return {
    text: t('announcement.status.scheduled', { title: title ?? '', time }),
    choices: [
      [choiceOf('now', id, t), choiceOf('change', id, t)],
      [choiceOf('withdraw', id, t, 'unschedule')],
    ],
  }
}

async function sendingOf(
  { tx, t, now }: PersonTurn,
  id: number,
  { confirmed = false }: { confirmed?: boolean } = {},
): Promise<OutgoingMessage> {
  await followMessages(tx, id)
  const [figures] = await announcementFigures(tx, [id])
  if (!figures) throw new Error(`announcement ${id} has no figures`)
  const pace = await announcementPace(tx, id, now)
  if (pace.waiting > 0) return sendingMessage(figures, pace, t)
  const units = await unitFigures(tx, id)
  const message = settledMessage(figures, units, t)
  return confirmed && figures.state === 'queued'
    ? { ...message, text: `${message.text} ${unconfirmed(units, t)}`.trimEnd() }
    : message
}
