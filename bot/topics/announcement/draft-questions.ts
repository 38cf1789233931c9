/** The questions from which an announcement is made, and the choice of what to change in it. */

import type { Announcement } from '../../../db/announcements/announcements.ts'
import { announcementFiles } from '../../../db/announcements/files.ts'
import { MOST_BODY, MOST_TITLE } from '../../../domain/announcements/limits.ts'
import type { Choice } from '../../../domain/message.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { askInPlace, type Question } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { withDraft } from './draft-of-writer.ts'

type Draft = Pick<Announcement, 'id'>

export const draftChoice = (
  { t }: PersonTurn,
  label:
    | 'skip'
    | 'enough'
    | 'noFiles'
    | 'all'
    | 'blocks'
    | 'units'
    | 'tasks'
    | 'anew'
    | 'preview'
    | 'audience',
  act: string,
  id: number,
  detail = '',
): Choice => ({ label: t(`announcement.label.${label}`), value: topicValue('announcement', act, id, detail) })

/** What the next words are taken for. */
export const awaiting = (question: string, id: number): Question['awaits'] => ({
  topic: 'announcement',
  question,
  id,
})

export const titleQuestion = ({ t }: PersonTurn, { id }: Draft): Question => ({
  text: t('announcement.ask.title', { most: MOST_TITLE }),
  awaits: awaiting('title', id),
})

export const bodyQuestion = ({ t }: PersonTurn, { id, title }: Announcement): Question => ({
  text: t('announcement.ask.body', { title: title ?? '', most: MOST_BODY }),
  awaits: awaiting('body', id),
})

/** `count`: how many files it has so far. */
export function filesQuestion(turn: PersonTurn, { id }: Draft, count: number): Question {
  const enough = draftChoice(turn, count > 0 ? 'enough' : 'skip', 'go-on', id)
  const none = count > 0 ? [draftChoice(turn, 'noFiles', 'no-files', id)] : []
  return {
    text: count > 0 ? turn.t('announcement.ask.filesKept', { n: count }) : turn.t('announcement.ask.files'),
    choices: [[enough, ...none]],
    awaits: awaiting('files', id),
  }
}

export const askTitle = (turn: PersonTurn, draft: Draft, choices: Choice[][] = []): Promise<void> =>
  askInPlace(turn, { ...titleQuestion(turn, draft), ...(choices.length > 0 ? { choices } : {}) })

export const askBody = (turn: PersonTurn, draft: Announcement): Promise<void> =>
  askInPlace(turn, bodyQuestion(turn, draft))

export async function askFiles(turn: PersonTurn, draft: Draft): Promise<void> {
  const files = await announcementFiles(turn.tx, draft.id)
  await askInPlace(turn, filesQuestion(turn, draft, files.length))
}

export const askAudience = (turn: PersonTurn, { id }: Draft): Promise<void> =>
  askInPlace(turn, {
    text: turn.t('announcement.ask.audience'),
    choices: [
      [draftChoice(turn, 'all', 'all', id), draftChoice(turn, 'blocks', 'blocks', id)],
      [draftChoice(turn, 'units', 'units', id), draftChoice(turn, 'tasks', 'tasks', id)],
    ],
    awaits: awaiting('audience', id),
  })

/** "Sửa" under the preview. */
export const editMenu = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async () => {
    const part = (label: 'title' | 'body' | 'files' | 'audience') => ({
      label: turn.t(`announcement.label.${label}`),
      value: topicValue('announcement', 'ask', id, label),
    })
    await askInPlace(turn, {
      text: turn.t('announcement.ask.edit'),
      choices: [
        [part('title'), part('body')],
        [part('files'), part('audience')],
        [draftChoice(turn, 'preview', 'go-on', id)],
      ],
      awaits: awaiting('edit', id),
    })
  })

/** Asks one part anew. */
export const askPart = (turn: PersonTurn, id: number, part: string): Promise<void> =>
  withDraft(turn, id, (draft) => {
    if (part === 'title') return askTitle(turn, draft)
    if (part === 'body') return askBody(turn, draft)
    return part === 'files' ? askFiles(turn, draft) : askAudience(turn, draft)
  })
