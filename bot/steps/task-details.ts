/** The plan's own words about what the unit owes. */

import { shortDay } from '../../locales/dates.ts'
import type { PersonTurn } from '../turn.ts'
import { openTasks } from './task-list.ts'

export async function showDetails(turn: PersonTurn): Promise<void> {
  const { t } = turn
  const tasks = await openTasks(turn)
  const words = tasks.map(
    (task, i) => `${i + 1}. ${task.fullText} (${t('task.due', { due: shortDay(task.dueOn) })})`,
  )
  await turn.say({
    text: tasks.length === 0 ? t('list.nothing') : [t('list.details'), ...words].join('\n\n'),
  })
}
