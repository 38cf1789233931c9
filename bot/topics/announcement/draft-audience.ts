/** Whom an announcement is for, chosen with buttons: all, some blocks, or those who have not answered a task. */

import { type Announcement, setAnnouncement } from '../../../db/announcements/announcements.ts'
import { audienceFacts } from '../../../db/announcements/audience.ts'
import { audienceOf, audienceWord } from '../../../domain/announcements/audience.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { askNext } from './draft-next.ts'
import { withDraft } from './draft-of-writer.ts'
import { awaiting, draftChoice } from './draft-questions.ts'

export async function chooseAll(turn: PersonTurn, id: number): Promise<void> {
  await withDraft(turn, id, (draft) => choose(turn, draft, [audienceWord({ kind: 'all', code: '' })]))
}

async function choose(turn: PersonTurn, draft: Announcement, audience: string[]): Promise<void> {
  await setAnnouncement(turn.tx, draft.id, { audience })
  await askNext(turn, { ...draft, audience })
}

export const showBlocks = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async (draft) => askBlocks(turn, draft, turn.t('announcement.ask.blocks')))

/** A press chooses a block, a second one leaves it out again. */
export const chooseBlock = (turn: PersonTurn, id: number, code: string): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    const word = audienceWord({ kind: 'block', code })
    const others = draft.audience.filter((one) => one.startsWith('block:') && one !== word)
    const audience = draft.audience.includes(word) ? others : [...others, word]
    await setAnnouncement(turn.tx, id, { audience })
    await askBlocks(turn, { ...draft, audience }, turn.t('announcement.ask.blocks'))
  })

async function askBlocks(turn: PersonTurn, { id, audience }: Announcement, text: string): Promise<void> {
  const facts = await audienceFacts(turn.tx, turn.today)
  const { units } = audienceOf(['all'], facts)
  const inUse = facts.blocks.filter(({ code }) => units.some((unit) => unit.blockCode === code))
  const choices = inUse.map(({ code, name }) => [
    {
      label: `${audience.includes(audienceWord({ kind: 'block', code })) ? '☑' : '☐'} ${name}`,
      value: topicValue('announcement', 'block', id, code),
    },
  ])
  const isChosen = audience.some((word) => word.startsWith('block:'))
  const end = [
    ...(isChosen ? [draftChoice(turn, 'enough', 'go-on', id)] : []),
    draftChoice(turn, 'audience', 'ask', id, 'audience'),
  ]
  await askInPlace(turn, { text, choices: [...choices, end], awaits: awaiting('blocks', id) })
}

/** The tasks of this quarter that some units have not answered, each with how many. */
export const showTasks = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async () => {
    const { tasks } = await audienceFacts(turn.tx, turn.today)
    const open = tasks.filter(({ isCurrent, silent }) => isCurrent && silent.length > 0)
    const choices = open.map(({ code, title, silent }) => [
      { label: `${code} (${silent.length}): ${title}`, value: topicValue('announcement', 'task', id, code) },
    ])
    const text = turn.t(open.length > 0 ? 'announcement.ask.tasks' : 'announcement.ask.noTasks')
    const back = [draftChoice(turn, 'audience', 'ask', id, 'audience')]
    await askInPlace(turn, { text, choices: [...choices, back], awaits: awaiting('tasks', id) })
  })

export const chooseTask = (turn: PersonTurn, id: number, task: string): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    const { groups } = audienceOf([`unanswered:${task}`], await audienceFacts(turn.tx, turn.today))
    if (groups.length === 0) return turn.say({ text: turn.t('talk.oldButton') })
    await choose(turn, draft, groups.map(audienceWord))
  })
