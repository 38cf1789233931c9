/** The buttons under an announcement in a unit's chat: it was seen, or there is something to ask. */

import { type Announcement, sentAnnouncement } from '../../../db/announcements/announcements.ts'
import { acknowledgeAnnouncement, hasAnnouncement } from '../../../db/announcements/messages.ts'
import { keepNote } from '../../../db/messages/notes.ts'
import { announcementMessage, momentText, withdrawnMessage } from '../../../locales/announcement-message.ts'
import { ask } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace, canEdit } from '../../in-place.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'

export const received: Topic = {
  audience: ['unit'],
  press(turn, { act, id }) {
    if (act === 'seen') return seen(turn, id)
    if (act === 'question') return askQuestion(turn, id)
    return turn.say({ text: turn.t('talk.oldButton') })
  },
  async words(turn, { question, id }, text) {
    const announcement = question === 'question' ? await announcementOf(turn, id) : null
    if (announcement) await keepQuestion(turn, announcement, text)
    return announcement !== null
  },
}

/** The announcement, if this person was sent it. */
async function announcementOf({ tx, person }: PersonTurn, id: number): Promise<Announcement | null> {
  return (await hasAnnouncement(tx, id, person.id)) ? sentAnnouncement(tx, id) : null
}

async function seen(turn: PersonTurn, id: number): Promise<void> {
  const { tx, t, now, person } = turn
  const announcement = await announcementOf(turn, id)
  if (!announcement) return turn.say({ text: t('announcement.received.notYours') })
  const { title, body, urgent, queuedAt, editedAt, withdrawnAt } = announcement
  if (withdrawnAt) return answerInPlace(turn, withdrawnMessage(title ?? '', withdrawnAt, turn))
  const acknowledgedAt = await acknowledgeAnnouncement(tx, id, person.id, now)
  const thanks = { text: t('announcement.acked', { time: momentText(acknowledgedAt, turn) }) }
  if (!canEdit(turn)) return turn.say(thanks)
  const text = { id, title: title ?? '', body: body ?? '', urgent, sentAt: queuedAt ?? now, editedAt }
  await answerInPlace(turn, announcementMessage(text, turn, { acknowledgedAt }))
}

async function askQuestion(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  const announcement = await announcementOf(turn, id)
  if (!announcement) return turn.say({ text: t('announcement.received.notYours') })
  await ask(turn, {
    text: t('announcement.received.askQuestion', { title: announcement.title ?? '' }),
    awaits: { topic: 'received', question: 'question', id },
  })
}

async function keepQuestion(turn: PersonTurn, { title }: Announcement, text: string): Promise<void> {
  const { tx, t, person } = turn
  await keepNote(tx, {
    inboxId: turn.inboxId,
    contactId: turn.contact.id,
    personId: person.id,
    unitId: person.unitIds[0],
    reason: 'unplaced',
    text: t('announcement.received.note', { title: title ?? '', text }),
    receivedAt: turn.now,
  })
  turn.asked = NOTHING_ASKED
  await turn.say({ text: t('announcement.received.thanks') })
}
