/** Asks what is to be corrected of a plan that was read from a file: which task, what of it, and what it is to say instead. */

import type { PreviewRow } from '../../../domain/imports/plan-reading/read-plan-document.ts'
import { TITLE_LENGTH } from '../../../domain/imports/plans/file.ts'
import type { Audience } from '../../../domain/plans/audience.ts'
import { tasksMeant } from '../../../domain/plans/task-code.ts'
import { QUARTERS } from '../../../domain/quarter.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortened } from '../../../locales/import-file.ts'
import { taskToCorrect } from '../../../locales/plan-preview.ts'
import { quarterWords } from '../../../locales/plan-row.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { openFile, readAgain } from './open-file.ts'

/** Who may be asked, as far as two taps can say it; anything else stands in the file itself. */
export const ASKED = ['all_units', 'schools', 'blocks', 'propaganda', 'office'] as const satisfies Audience[]

/** What may be corrected, each by a button. */
const PARTS = ['due', 'quarter', 'audience', 'title', 'omit'] as const

export const awaiting = (question: string, id: number) => ({ topic: 'intake', question, id })

export async function askWhichTask(turn: PersonTurn, id: number): Promise<void> {
  if (!(await openFile(turn, id))) return
  // In a message of its own, for the numbers stand in the one that was pressed.
  await ask(turn, { text: turn.t('intake.correct.which'), awaits: awaiting('task', id) })
}

/** The number of a task in the preview, or its clause, or its code; false when the words are none of these. */
export async function takeTask(turn: PersonTurn, id: number, text: string): Promise<boolean> {
  if (!/^\d{1,3}$/.test(text.trim()) && !looksLikeClause(text)) return false
  const read = await readAgain(turn, id)
  if (!read) return true
  const { t } = turn
  const [at, ...more] = placesMeant(read.preview, text)
  const [task, row] = [read.file.tasks[at ?? -1], read.preview[at ?? -1]]
  if (!task || !row || more.length > 0) {
    const numbers = [at, ...more].map((place) => (place ?? 0) + 1).join(', ')
    const words =
      more.length > 0
        ? t('intake.correct.several', { numbers })
        : t('intake.correct.noNumber', { n: read.file.tasks.length })
    await ask(turn, { text: words, awaits: awaiting('task', id) })
    return true
  }
  const choices = PARTS.map((part) => [
    { label: t(`intake.correct.label.${part}`), value: topicValue('intake', part, id, task.position) },
  ])
  await ask(turn, { text: taskToCorrect(row, t), choices })
  return true
}

/** Where the meant tasks stand: a number counts first, for clauses may be numbers too. */
function placesMeant(rows: readonly PreviewRow[], text: string): number[] {
  const number = Number(text)
  if (number >= 1 && number <= rows.length) return [number - 1]
  const named = (name: (row: PreviewRow) => string) => {
    const tasks = rows.map((row, place) => ({ code: name(row), place }))
    return tasksMeant(tasks, text.trim()).map(({ place }) => place)
  }
  const clauses = named(({ clause }) => clause)
  return clauses.length > 0 ? clauses : named(({ code }) => code)
}

/** "II.2", "ii 2 b", "Q4-b": short, and with a number or a Roman one in it. */
const looksLikeClause = (text: string) =>
  text.trim().length <= 20 &&
  /^[\p{L}\d]{1,5}([\s.,)_-]+[\p{L}\d]{1,4})*\W*$/u.test(text.trim()) &&
  /[\dIVX]/i.test(text)

export async function askQuarter(turn: PersonTurn, id: number, position: number): Promise<void> {
  const { t } = turn
  const task = await taskAt(turn, id, position)
  if (!task) return
  const choices = [...QUARTERS, null].map((quarter) => [
    {
      label: capitalised(quarterWords(quarter, t)),
      value: topicValue('intake', 'in', id, `${position}.${quarter ?? 0}`),
    },
  ])
  await askInPlace(turn, {
    text: t('intake.correct.quarter', { title: shortened(task.shortTitle) }),
    choices,
  })
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

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
