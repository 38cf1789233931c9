/** Keeps what the office corrects of a plan that was read from a file; the next preview shows it. */
import { correctImportFile } from '../../../db/plans/import-files.ts'
import { statedDay } from '../../../domain/imports/plan-reading/stated-day.ts'
import type { PlanCorrection } from '../../../domain/imports/plans/corrections.ts'
import { TITLE_LENGTH } from '../../../domain/imports/plans/file.ts'
import { inQuarter } from '../../../domain/plans/in-quarter.ts'
import { QUARTERS } from '../../../domain/quarter.ts'
import { tidy } from '../../../domain/vietnamese.ts'
import { dueDoubts } from '../../../locales/due-doubts.ts'
import { ask } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { ASKED, awaiting } from './correct.ts'
import { readAgain } from './open-file.ts'

/** The words that were asked for by `question`, "due.4" or "title.4". */
export async function takeInstead(
  turn: PersonTurn,
  question: string,
  id: number,
  text: string,
): Promise<void> {
  const read = await readAgain(turn, id)
  if (!read) return
  const [part, number] = question.split('.')
  const position = Number(number)
  if (part === 'title') {
    const shortTitle = tidy(text)
    if (shortTitle.length <= TITLE_LENGTH) return keep(turn, id, { position, what: 'title', shortTitle })
    const tooLong = turn.t('intake.correct.titleLong', { n: shortTitle.length, most: TITLE_LENGTH })
    return ask(turn, { text: tooLong, awaits: awaiting(question, id) })
  }
  const { year } = read.file.plan
  const stated = statedDay(text, year, true)
  if (stated && 'day' in stated) {
    const task = read.file.tasks.find((one) => one.position === position)
    const mind = task ? dueDoubts({ quarter: task.quarter, dueOn: stated.day }, turn.today, turn.t) : []
    return keep(turn, id, { position, what: 'due', dueOn: stated.day }, mind)
  }
  await ask(turn, { text: turn.t('intake.correct.dueUnclear', { year }), awaits: awaiting(question, id) })
}

/** "4.2" of a button: the second quarter; "4.0": all the year. */
export async function takeQuarter(turn: PersonTurn, id: number, detail: string): Promise<void> {
  const [position = NaN, number] = detail.split('.').map(Number)
  const read = await readAgain(turn, id)
  if (!read) return
  const task = read.file.tasks.find((one) => one.position === position)
  const quarter = number === 0 ? null : QUARTERS.find((each) => each === number)
  if (!task || quarter === undefined) return turn.say({ text: turn.t('talk.oldButton') })
  const mind = dueDoubts(inQuarter(task, quarter, read.file.plan.year), turn.today, turn.t)
  await keep(turn, id, { position, what: 'quarter', quarter }, mind)
}

/** "4.schools" of a button. */
export async function takeAudience(turn: PersonTurn, id: number, detail: string): Promise<void> {
  const [position, name] = detail.split('.')
  const audience = ASKED.find((each) => each === name)
  if (!audience) return turn.say({ text: turn.t('talk.oldButton') })
  if (await readAgain(turn, id))
    await keep(turn, id, { position: Number(position), what: 'audience', audience })
}

export async function leaveOut(turn: PersonTurn, id: number, position: number): Promise<void> {
  const read = await readAgain(turn, id)
  if (!read) return
  if (read.file.tasks.length > 1) return keep(turn, id, { position, what: 'drop' })
  await turn.say({ text: turn.t('intake.correct.lastTask') })
}

/** `mind`: what the office should know of it. */
async function keep(
  turn: PersonTurn,
  id: number,
  correction: PlanCorrection,
  mind: readonly string[] = [],
): Promise<void> {
  await correctImportFile(turn.tx, id, correction)
  turn.asked = NOTHING_ASKED
  await answerInPlace(turn, { text: [...mind, turn.t('intake.correct.kept')].join('\n') })
}
