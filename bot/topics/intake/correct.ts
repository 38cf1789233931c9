/** Asks what is to be corrected of a plan that was read from a file: which task, what of it, and what it is to say instead. */

import { TITLE_LENGTH } from '../../../domain/imports/plans/file.ts'
import type { Audience } from '../../../domain/plans/audience.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortened } from '../../../locales/import-file.ts'
import { taskToCorrect } from '../../../locales/plan-preview.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { openFile, readAgain } from './open-file.ts'

/** Who may be asked, as far as two taps can say it; anything else stands in the file itself. */
export const ASKED = ['all_units', 'schools', 'blocks', 'propaganda', 'office'] as const satisfies Audience[]

/** What may be corrected, each by a button. */
const PARTS = ['due', 'audience', 'title', 'omit'] as const

export const awaiting = (question: string, id: number) => ({ topic: 'intake', question, id })

export async function askWhichTask(turn: PersonTurn, id: number): Promise<void> {
  if (!(await openFile(turn, id))) return
  await askInPlace(turn, { text: turn.t('intake.correct.which'), awaits: awaiting('task', id) })
}

/** The number of a task in the preview; false when the words are none. */
export async function takeNumber(turn: PersonTurn, id: number, text: string): Promise<boolean> {
  if (!/^\d{1,3}$/.test(text.trim())) return false
  const read = await readAgain(turn, id)
  if (!read) return true
  const { t } = turn
  const [task, row] = [read.file.tasks[Number(text) - 1], read.preview[Number(text) - 1]]
  if (!task || !row) {
    const words = t('intake.correct.noNumber', { n: read.file.tasks.length })
    await ask(turn, { text: words, awaits: awaiting('task', id) })
    return true
  }
  const choices = PARTS.map((part) => [
    { label: t(`intake.correct.label.${part}`), value: topicValue('intake', part, id, task.position) },
  ])
  await ask(turn, { text: taskToCorrect(row, t), choices })
  return true
}

/** What the due day, or the title, is to be instead: asked for in words. */
export async function askInstead(
  turn: PersonTurn,
  part: 'due' | 'title',
  id: number,
  position: number,
): Promise<void> {
  const task = await taskAt(turn, id, position)
  if (!task) return
  const text = turn.t(`intake.correct.${part}`, { title: shortened(task.shortTitle), most: TITLE_LENGTH })
  await askInPlace(turn, { text, awaits: awaiting(`${part}.${position}`, id) })
}

export async function askAudience(turn: PersonTurn, id: number, position: number): Promise<void> {
  const { t } = turn
  const task = await taskAt(turn, id, position)
  if (!task) return
  const choices = ASKED.map((audience) => [
    {
      label: t(`intake.audience.${audience}`),
      value: topicValue('intake', 'asked', id, `${position}.${audience}`),
    },
  ])
  await askInPlace(turn, {
    text: t('intake.correct.audience', { title: shortened(task.shortTitle) }),
    choices,
  })
}

/** Null when it is gone, and they were told. */
async function taskAt(turn: PersonTurn, id: number, position: number) {
  const read = await readAgain(turn, id)
  if (!read) return null
  const task = read.file.tasks.find((one) => one.position === position)
  if (!task) await turn.say({ text: turn.t('talk.oldButton') })
  return task
}
