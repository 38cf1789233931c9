/** What stands recorded about one task, once there is nothing more to add. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import { clockTime, shortDay } from '../../locales/dates.ts'
import { correctChoice } from '../../locales/task-list.ts'
import { NOTHING_ASKED } from '../asked.ts'
import { answerInPlace } from '../in-place.ts'
import { taskOf } from '../task-of-person.ts'
import { historyLine } from '../topics/decision/history-line.ts'
import type { PersonTurn } from '../turn.ts'
import { originLine } from './origin-line.ts'
import { thanks } from './task-difficulty.ts'
import { progressText } from './task-progress.ts'

export async function showRecord(turn: PersonTurn, assignmentId: number): Promise<void> {
  const task = await taskOf(turn, assignmentId)
  if (!task) return
  turn.asked = NOTHING_ASKED
  await answerInPlace(turn, {
    text: recordText(turn, task) + originLine(turn, task) + (await historyLine(turn, assignmentId)),
    choices: [[correctChoice(assignmentId, turn.t)]],
  })
}

function recordText(turn: PersonTurn, task: OwedTask): string {
  const { t, settings } = turn
  const title = task.shortTitle
  switch (task.status) {
    case 'done': {
      const at = clockTime(task.reportedAt ?? turn.now, settings.timezone, settings.language)
      return t('answer.doneShort', { unit: task.unit, title, time: at })
    }
    case 'in_progress':
      return progressText(turn, task)
    case 'blocked':
      return thanks(turn, task, task.difficulty)
    case 'not_started':
      return t('answer.notStartedShort', { title, due: shortDay(task.dueOn) })
    case 'silent':
      return t('answer.thanks')
  }
}
