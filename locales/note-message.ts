/** A message that waits to be read, as the office sees it: told by the job, and shown again from the list. */
import type { OutgoingMessage } from '../domain/message.ts'
import { officeDay } from '../domain/office-day.ts'
import { showPhone } from '../domain/phone.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { clockTime, shortDay } from './dates.ts'
import type { Language, Translate } from './i18n.ts'

type NoteToRead = {
  id: number
  reason: 'unplaced' | 'unsupported' | 'failed' | 'asks_to_join'
  text: string | null
  receivedAt: Date
  sender: string | null
  phone: string | null
  unit: string | null
  fileIds: readonly number[]
}

type Where = { timezone: string; language: Language }

/** More of somebody's words than this does not fit on a phone's screen; the database keeps all of them. */
const MOST_WORDS = 700

/** With the files that came, and what can be done with it. */
export function noteMessage(note: NoteToRead, t: Translate, where: Where): OutgoingMessage {
  const { id, fileIds: files, sender, unit } = note
  const button = (label: string, act: string) => ({ label, value: topicValue('inbox', act, id) })
  const assign = sender && unit ? [button(t('inbox.note.assign'), 'assign')] : []
  return {
    text: [noteText(note, t, where), files.length > 0 ? t('inbox.note.attached', { n: files.length }) : '']
      .filter(Boolean)
      .join('\n'),
    files: files.length > 0 ? files.map((attachment) => ({ attachment })) : undefined,
    choices: [[button(t('inbox.note.reply'), 'reply'), ...assign], [button(t('inbox.note.read'), 'read')]],
  }
}

function noteText(note: NoteToRead, t: Translate, { timezone, language }: Where): string {
  const { reason, text, receivedAt, fileIds, phone } = note
  const when = t('inbox.note.when', {
    time: clockTime(receivedAt, timezone, language),
    day: shortDay(officeDay(receivedAt, timezone)),
  })
  const who = [senderOf(note, t), phone && showPhone(phone)].filter(Boolean).join(', ')
  const words = wordsOf(note, t, MOST_WORDS)
  if (reason === 'unplaced' && !text && fileIds.length > 0) return t('inbox.note.files', { who, when })
  return t(`inbox.note.${reason}`, { who, when, words, kind: words })
}

/** "Nguyễn Thị Hương Giang, Trường Mầm non Hoa Phượng". */
export const senderOf = ({ sender, unit }: Pick<NoteToRead, 'sender' | 'unit'>, t: Translate): string =>
  [sender ?? t('inbox.note.stranger'), unit].filter(Boolean).join(', ')

/** What they wrote, cut where it is long; of a message that cannot be read, what it is. */
export function wordsOf({ reason, text }: NoteToRead, t: Translate, most: number): string {
  if (reason === 'unsupported') return t(text === 'voice' ? 'inbox.kind.voice' : 'inbox.kind.other')
  if (!text) return t('inbox.note.noWords')
  return text.length > most ? `${text.slice(0, most)}…` : text
}
