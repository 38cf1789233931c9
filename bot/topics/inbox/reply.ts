/** Answering somebody in the chat, in the office's name. */
import { audit } from '../../../db/audit.ts'
import { handleNote } from '../../../db/messages/office-inbox.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { showPhone } from '../../../domain/phone.ts'
import { shortDay } from '../../../locales/dates.ts'
import { senderOf } from '../../../locales/note-message.ts'
import { ask } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { openNote, sayHandled } from './open-note.ts'

export async function askReply(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  const note = await openNote(turn, id)
  if (!note) return
  const who = senderOf(note, t)
  const phone = note.phone ? showPhone(note.phone) : t('inbox.noPhone')
  if (note.contactId === null) return turn.say({ text: t('inbox.reply.unreachable', { who, phone }) })
  await ask(turn, { text: t('inbox.reply.ask', { who }), awaits: { topic: 'inbox', question: 'reply', id } })
}

export async function reply(turn: PersonTurn, id: number, words: string): Promise<void> {
  const { tx, t, now, person, settings } = turn
  const note = await openNote(turn, id)
  if (!note) return
  const { contactId, personId } = note
  if (contactId === null) return askReply(turn, id)
  const day = shortDay(officeDay(note.receivedAt, settings.timezone))
  const message = { text: t('inbox.reply.words', { day, words }) }
  await enqueue(tx, { key: `note-reply:${id}`, kind: 'answer', contactId, personId, message, now })
  await handleNote(tx, id, { outcome: 'answered', by: person.id, now })
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: 'note.answered',
    subject: `note:${id}`,
    at: now,
  })
  await sayHandled(turn, t('inbox.reply.sent', { who: senderOf(note, t) }))
}
