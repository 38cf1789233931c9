/** The gate before everything that is done with a note: the second of two colleagues hears who was first. */
import { lockedNote, type Note, openNotes } from '../../../db/messages/office-inbox.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { clockTime, shortDay } from '../../../locales/dates.ts'
import { ask } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'

/** The note, locked; null after telling them that it is handled. */
export async function openNote(turn: PersonTurn, id: number): Promise<Note | null> {
  const note = await lockedNote(turn.tx, id)
  if (note && !note.handled) return note
  await sayHandled(turn, note ? handledText(turn, note) : turn.t('inbox.gone'))
  return null
}

/** Says what became of a note, with the way to the others that wait. A message with files cannot be changed in place. */
export async function sayHandled(turn: PersonTurn, text: string): Promise<void> {
  const n = (await openNotes(turn.tx)).length
  const more = { label: turn.t('inbox.done.more', { n }), value: topicValue('inbox', 'list') }
  await ask(turn, { text, choices: n > 0 ? [[more]] : [] })
}

function handledText({ t, settings }: PersonTurn, { handled }: Note): string {
  if (!handled) return ''
  const when = t('inbox.note.when', {
    time: clockTime(handled.at, settings.timezone, settings.language),
    day: shortDay(officeDay(handled.at, settings.timezone)),
  })
  return t(`inbox.done.${handled.outcome}`, {
    who: t('inbox.done.person', { name: handled.by ?? '' }),
    when,
  })
}
