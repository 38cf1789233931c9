/** What waits to be read, the oldest first, a few at a time; and one of them with all its words and files. */

import { audit } from '../../../db/audit.ts'
import { handleNote, openNotes } from '../../../db/messages/office-inbox.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay } from '../../../locales/dates.ts'
import { noteMessage, senderOf, wordsOf } from '../../../locales/note-message.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { openNote, sayHandled } from './open-note.ts'

const AT_ONCE = 5
/** Enough of somebody's words to know which message it is. */
const LINE_WORDS = 60

export async function listNotes(turn: PersonTurn, from: number): Promise<void> {
  const { t, settings } = turn
  const open = await openNotes(turn.tx)
  const shown = open.slice(from, from + AT_ONCE)
  if (shown.length === 0)
    return from > 0 ? listNotes(turn, 0) : askInPlace(turn, { text: t('inbox.list.none') })
  const lines = shown.map((note, index) =>
    t('inbox.list.line', {
      number: index + 1,
      who: senderOf(note, t),
      day: shortDay(officeDay(note.receivedAt, settings.timezone)),
      words: wordsOf(note, t, LINE_WORDS),
    }),
  )
  const picks = shown.map((note, index) => ({
    label: String(index + 1),
    value: topicValue('inbox', 'show', note.id),
  }))
  const next = { label: t('inbox.list.next'), value: topicValue('inbox', 'list', 0, from + AT_ONCE) }
  await askInPlace(turn, {
    text: [t('inbox.list.head', { n: open.length }), lines.join('\n'), t('inbox.list.how')].join('\n\n'),
    lines: picks,
    choices: [picks, ...(open.length > from + AT_ONCE ? [[next]] : [])],
  })
}

export async function showNote(turn: PersonTurn, id: number): Promise<void> {
  const note = await openNote(turn, id)
  if (note) await ask(turn, noteMessage(note, turn.t, turn.settings))
}

/** Read, and nothing to do. */
export async function markRead(turn: PersonTurn, id: number): Promise<void> {
  const { tx, now, person } = turn
  if (!(await openNote(turn, id))) return
  await handleNote(tx, id, { outcome: 'read', by: person.id, now })
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: 'note.read',
    subject: `note:${id}`,
    at: now,
  })
  await sayHandled(turn, turn.t('inbox.done.markedRead'))
}
