/** After "in progress": how far, and when it will be done. Both may be skipped. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import { choiceValue } from '../../domain/choice.ts'
import type { Choice, OutgoingMessage } from '../../domain/message.ts'
import { shortDay, weekdayAndDay } from '../../locales/dates.ts'
import { correctChoice, endChoices } from '../../locales/task-list.ts'
import { answerInPlace } from '../in-place.ts'
import { recordStatus, restsUntil, type Said } from '../record-status.ts'
import { taskOf } from '../task-of-person.ts'
import type { PersonTurn } from '../turn.ts'

const PERCENTS = [25, 50, 75]

/** Asks for what is not known yet; `apart` as a message of its own, because a list stands where the button was. */
export async function askProgress(turn: PersonTurn, task: OwedTask, apart: boolean): Promise<void> {
  const card = progressCard(turn, task)
  if (apart) await turn.say(card)
  else await answerInPlace(turn, card)
}

/** Takes one more fact about work that is under way. */
export async function answerProgress(turn: PersonTurn, assignmentId: number, said: Said): Promise<void> {
  const before = await taskOf(turn, assignmentId)
  if (!before) return
  const task = await recordStatus(turn, before, 'in_progress', said)
  turn.asked = { offered: [], awaits: { kind: 'evidence', assignmentId } }
  await answerInPlace(turn, progressCard(turn, task))
}

/** Asks for another day than those on the buttons. */
export async function askDay(turn: PersonTurn, assignmentId: number): Promise<void> {
  const task = await taskOf(turn, assignmentId)
  if (!task) return
  turn.asked = { offered: [], awaits: { kind: 'day', assignmentId } }
  await turn.say({ text: turn.t('answer.askDay'), choices: [[skip(turn, assignmentId)]] })
}

const skip = (turn: PersonTurn, assignmentId: number): Choice => ({
  label: turn.t('answer.skip'),
  value: choiceValue({ act: 'enough', assignmentId }),
})

/** What stands recorded about work under way, with its percent and day where they are known. */
export function progressText(turn: PersonTurn, task: OwedTask): string {
  const { t } = turn
  const percent = task.percent ? t('answer.percentPart', { percent: task.percent }) : ''
  const expected = task.expectedOn ? t('answer.expectedPart', { day: weekdayAndDay(task.expectedOn, t) }) : ''
  const recorded = t('answer.inProgress', { title: task.shortTitle, extra: percent + expected })
  if (!task.expectedOn) return recorded
  const rests = restsUntil(turn, task, 'in_progress', task.expectedOn)
  const then = rests
    ? t('answer.noReminderUntil', { day: shortDay(rests) })
    : t('answer.afterDue', { due: shortDay(task.dueOn) })
  return `${recorded} ${then}`
}

function progressCard(turn: PersonTurn, task: OwedTask): OutgoingMessage {
  const { t } = turn
  const assignmentId = task.id
  const rows: Choice[][] = []
  if (!task.percent) {
    rows.push(
      PERCENTS.map((percent) => ({
        label: `${percent}%`,
        value: choiceValue({ act: 'percent', assignmentId, percent }),
      })),
    )
  }
  if (!task.expectedOn) rows.push(...dayRows(turn, task))
  const asks = task.expectedOn ? '' : `\n${t(task.percent ? 'answer.askExpected' : 'answer.askProgress')}`
  return {
    text: progressText(turn, task) + asks,
    choices:
      rows.length > 0
        ? [...rows, endChoices(assignmentId, t('answer.skip'), t)]
        : [[correctChoice(assignmentId, t)]],
  }
}

/** The due date and the end of this week, where they are still to come, and any other day. */
function dayRows(turn: PersonTurn, task: OwedTask): Choice[][] {
  const { t, today } = turn
  const assignmentId = task.id
  const on = (day: Temporal.PlainDate, label: string): Choice => ({
    label,
    value: choiceValue({ act: 'expected', assignmentId, on: day }),
  })
  const friday = today.add({ days: 5 - today.dayOfWeek })
  const days: Choice[] = []
  if (Temporal.PlainDate.compare(task.dueOn, today) >= 0) {
    days.push(on(task.dueOn, t('answer.due', { due: shortDay(task.dueOn) })))
  }
  if (Temporal.PlainDate.compare(friday, today) > 0 && !friday.equals(task.dueOn)) {
    days.push(on(friday, t('answer.thisWeek')))
  }
  const other = {
    label: t('answer.otherDay'),
    value: choiceValue({ act: 'expected', assignmentId, on: 'ask' }),
  }
  return days.length > 0 ? [days, [other]] : [[other]]
}
