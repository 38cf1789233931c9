/** The plan's own words about what the unit owes. Its numbers stand for its tasks, as in every list. */
import { shortDay } from '../../locales/dates.ts'
import { linesOf } from '../../locales/task-list.ts'
import type { PersonTurn } from '../turn.ts'
import { offerList, openTasks } from './task-list.ts'

export async function showDetails(turn: PersonTurn): Promise<void> {
  const { t } = turn
  const tasks = await openTasks(turn)
  if (tasks.length === 0) return turn.say({ text: t('list.nothing') })
  const words = tasks.map(
    (task, i) => `${i + 1}. ${task.fullText} (${t('task.due', { due: shortDay(task.dueOn) })})`,
  )
  const message = {
    text: [t('list.details'), ...words, t('list.detailsHow')].join('\n\n'),
    lines: linesOf(tasks),
  }
  return turn.say(offerList(turn, tasks, message))
}
