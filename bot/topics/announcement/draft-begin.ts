/** Begins an announcement, or offers to go on with the one that was begun. */

import {
  type Announcement,
  addAnnouncement,
  draftOf,
  dropDraft,
  recentAnnouncements,
  setAnnouncement,
} from '../../../db/announcements/announcements.ts'
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { takeFilesOff } from '../../../db/announcements/files.ts'
import { audienceOf, audienceWord } from '../../../domain/announcements/audience.ts'
import type { Choice } from '../../../domain/message.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { withDraft } from './draft-of-writer.ts'
import { askTitle } from './draft-questions.ts'
import { recentSince } from './sent-list.ts'

/** "Thông báo". */
export const begin = (turn: PersonTurn): Promise<void> => offer(turn, '')

/** A button of another subject: to the units that have not answered a task. */
export async function beginFor(turn: PersonTurn, _id: number, task: string): Promise<void> {
  const { groups } = audienceOf([`unanswered:${task}`], await audienceFacts(turn.tx, turn.today))
  const [only] = groups
  if (only) await offer(turn, only.code)
  else await turn.say({ text: turn.t('talk.oldButton') })
}

/** "Soạn mới": what was begun is dropped. */
export async function beginNew(turn: PersonTurn, _id: number, task: string): Promise<void> {
  const draft = await draftOf(turn.tx, turn.person.id)
  if (draft) await drop(turn, draft)
  await start(turn, null, task)
}

/** "Hủy bản nháp". */
export const discard = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    await drop(turn, draft)
    await askInPlace(turn, { text: turn.t('announcement.draft.dropped') })
  })

async function drop({ tx }: PersonTurn, { id }: Announcement): Promise<void> {
  await takeFilesOff(tx, id)
  await dropDraft(tx, id)
}

async function offer(turn: PersonTurn, task: string): Promise<void> {
  const { t, tx } = turn
  const draft = await draftOf(tx, turn.person.id)
  if (!draft || (draft.title === null && draft.body === null)) return start(turn, draft, task)
  const title = draft.title ?? t('announcement.draft.untitled')
  const choices = [
    { label: t('announcement.label.resume'), value: topicValue('announcement', 'resume', draft.id) },
    { label: t('announcement.label.new'), value: topicValue('announcement', 'new', 0, task) },
  ]
  const text = t('announcement.draft.found', { title })
  await askInPlace(turn, { text, choices: [choices, ...(await recentChoice(turn))] })
}

/** `before`: a draft of this person in which nothing stands yet. */
async function start(turn: PersonTurn, before: Announcement | null, task: string): Promise<void> {
  const { tx, now, person } = turn
  const audience = task === '' ? [] : [audienceWord({ kind: 'unanswered', code: task })]
  const id = before?.id ?? (await addAnnouncement(tx, { audience, createdBy: person.id, now }))
  if (before) await setAnnouncement(tx, id, { audience })
  await askTitle(turn, { id }, task === '' ? await recentChoice(turn) : [])
}

/** The way to what was sent lately, where there is anything. */
async function recentChoice({ tx, t, now }: PersonTurn): Promise<Choice[][]> {
  const recent = await recentAnnouncements(tx, recentSince(now), 1)
  const choice = { label: t('announcement.label.recent'), value: topicValue('announcement', 'recent') }
  return recent.length > 0 ? [[choice]] : []
}
