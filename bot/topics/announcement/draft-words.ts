/** The words that answer a question about an announcement: its title, its text, its units, its time. */

import { type Announcement, draftOf, setAnnouncement } from '../../../db/announcements/announcements.ts'
import { announcementFiles } from '../../../db/announcements/files.ts'
import { lengthOf, MOST_BODY, MOST_TITLE, tidyBody } from '../../../domain/announcements/limits.ts'
import { tidy } from '../../../domain/vietnamese.ts'
import { ask } from '../../ask.ts'
import type { Awaited } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { askNext } from './draft-next.ts'
import { askFiles, bodyQuestion, filesQuestion, titleQuestion } from './draft-questions.ts'
import { takeTime } from './draft-time.ts'
import { takeUnits } from './draft-units.ts'
import { takeChange } from './sent-change.ts'

type Take = (turn: PersonTurn, draft: Announcement, text: string) => Promise<void>

const TAKES = new Map<string, Take>([
  ['title', takeTitle],
  ['body', takeBody],
  ['files', filesWanted],
  ['units', takeUnits],
  ['time', takeTime],
])

export async function takeWords(turn: PersonTurn, awaited: Awaited, text: string): Promise<boolean> {
  if (text.trim() === '') return false
  if (awaited.question === 'change') return takeChange(turn, awaited.id, text)
  const take = TAKES.get(awaited.question)
  const draft = await draftOf(turn.tx, turn.person.id)
  if (!take || draft?.id !== awaited.id) return false
  await take(turn, draft, text)
  return true
}

async function takeTitle(turn: PersonTurn, draft: Announcement, text: string): Promise<void> {
  const title = tidy(text)
  const n = lengthOf(title)
  if (n > MOST_TITLE) {
    const words = turn.t('announcement.ask.titleLong', { n, most: MOST_TITLE })
    return ask(turn, { ...titleQuestion(turn, draft), text: words })
  }
  await setAnnouncement(turn.tx, draft.id, { title })
  await askNext(turn, { ...draft, title })
}

async function takeBody(turn: PersonTurn, draft: Announcement, text: string): Promise<void> {
  const body = tidyBody(text)
  const n = lengthOf(body)
  if (n > MOST_BODY) {
    const words = turn.t('announcement.ask.bodyLong', { n, most: MOST_BODY })
    return ask(turn, { ...bodyQuestion(turn, draft), text: words })
  }
  await setAnnouncement(turn.tx, draft.id, { body })
  // Files are asked for once, after the text was first written; later "Sửa" leads to them.
  if (draft.body === null) await askFiles(turn, draft)
  else await askNext(turn, { ...draft, body })
}

async function filesWanted(turn: PersonTurn, draft: Announcement): Promise<void> {
  const { length } = await announcementFiles(turn.tx, draft.id)
  const done = turn.t(length > 0 ? 'announcement.label.enough' : 'announcement.label.skip')
  const text = turn.t('announcement.ask.filesOnly', { done })
  await ask(turn, { ...filesQuestion(turn, draft, length), text })
}
