/** "How is this task going?": asks about one task, and takes the answer. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import { assignmentsIn, choiceValue, readChoice } from '../../domain/choice.ts'
import { isBefore } from '../../domain/day-order.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Status } from '../../domain/status.ts'
import { clockTime, shortDay } from '../../locales/dates.ts'
import { endChoices, extendChoice, statusChoices } from '../../locales/task-list.ts'
import { answerInPlace, canEdit } from '../in-place.ts'
import { recordStatus, type Said } from '../record-status.ts'
import { taskOf } from '../task-of-person.ts'
import { historyLine } from '../topics/decision/history-line.ts'
import type { PersonTurn } from '../turn.ts'
import { originLine } from './origin-line.ts'
import { askDifficulty } from './task-difficulty.ts'
import { openTasks, showListAgain } from './task-list.ts'
import { askProgress } from './task-progress.ts'

/** Asks about one task; from a list, with a way back to it. */
export async function askStatus(turn: PersonTurn, assignmentId: number): Promise<void> {
  const task = await taskOf(turn, assignmentId)
  if (!task) return
  const { t } = turn
  const overdue = task.status !== 'done' && isBefore(task.dueOn, turn.today)
  const choices = [...statusChoices(task.id, t), ...(overdue ? [[extendChoice(task.id, t)]] : [])]
  turn.asked = { offered: choices.flat(), awaits: null }
  const stands = t('answer.now', { status: t(`status.${task.status}`) })
  const now = task.status === 'silent' ? '' : `\n${stands}${originLine(turn, task)}`
  const fromList = assignmentsIn(turn.pressed?.choices).length > 1 || offersList(turn.pressed)
  await answerInPlace(turn, {
    text:
      t('answer.ask', { title: task.shortTitle, unit: task.unit }) + now + (await historyLine(turn, task.id)),
    choices: fromList
      ? [...choices, [{ label: t('list.back'), value: choiceValue({ act: 'list' }) }]]
      : choices,
  })
}

const offersList = (message: OutgoingMessage | null): boolean =>
  (message?.choices ?? []).flat().some(({ value }) => readChoice(value)?.act === 'list')

/** Takes an answer, however it was given, and shows what was recorded. */
export async function answerStatus(
  turn: PersonTurn,
  assignmentId: number,
  status: Status,
  said: Said = {},
): Promise<void> {
  const before = await taskOf(turn, assignmentId)
  if (!before) return
  const task = await recordStatus(turn, before, status, said)
  turn.asked = { offered: [], awaits: { kind: 'evidence', assignmentId } }
  const list = await listPressed(turn)
  if (list) await showListAgain(turn, list, justRecorded(turn, task))
  if (status === 'in_progress') await askProgress(turn, task, list !== null)
  else if (status === 'blocked') await askDifficulty(turn, task, list !== null)
  else if (!list)
    await answerInPlace(turn, status === 'done' ? doneCard(turn, task, before) : notStartedCard(turn, task))
}

/** The tasks of the list that was pressed, to be shown again in its place; null when it was about one task. */
async function listPressed(turn: PersonTurn): Promise<number[] | null> {
  if (!canEdit(turn)) return null
  const ids = assignmentsIn(turn.pressed?.choices)
  if (ids.length > 1) return ids
  return offersList(turn.pressed)
    ? [...new Set([...(await openTasks(turn)).map((task) => task.id), ...ids])]
    : null
}

function justRecorded(turn: PersonTurn, task: OwedTask): string {
  const { t } = turn
  if (task.status === 'done') return t('list.justDone', { title: task.shortTitle })
  return t('list.just', { title: task.shortTitle, status: t(`status.${task.status}`) })
}

function doneCard(turn: PersonTurn, task: OwedTask, before: OwedTask): OutgoingMessage {
  const { t, settings } = turn
  const time = clockTime(turn.now, settings.timezone, settings.language)
  const corrected =
    before.status === 'silent' || before.status === 'done'
      ? ''
      : `${t('answer.edited', { title: task.shortTitle, old: t(`status.${before.status}`), new: t('status.done') })}\n`
  return {
    text: corrected + t('answer.done', { unit: task.unit, title: task.shortTitle, time }),
    choices: [endChoices(task.id, t('answer.noEvidence'), t)],
  }
}

function notStartedCard(turn: PersonTurn, task: OwedTask): OutgoingMessage {
  const { t } = turn
  const guidance = choiceValue({ act: 'difficulty', assignmentId: task.id, difficulty: 'guidance' })
  return {
    text: t('answer.notStarted', { title: task.shortTitle, due: shortDay(task.dueOn) }),
    choices: [[{ label: t('answer.guidance'), value: guidance }], endChoices(task.id, t('answer.clear'), t)],
  }
}
