/** Takes a wish for a later date: the office hears it at once, and reminders rest until it has answered. */
import { askForDecision } from '../../../db/answers/keep-requests.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { weekdayAndDay } from '../../../locales/dates.ts'
import { ask, askInPlace } from '../../ask.ts'
import { taskOf } from '../../task-of-person.ts'
import type { PersonTurn } from '../../turn.ts'
import { tellDeciders } from '../decision/copies.ts'
import { faultText } from '../decision/date-fault.ts'

export async function sendWish(
  turn: PersonTurn,
  assignmentId: number,
  wishedDueOn: Temporal.PlainDate,
): Promise<void> {
  const { tx, t, now, person } = turn
  const task = await taskOf(turn, assignmentId)
  if (!task) return
  const title = task.shortTitle
  if (task.status === 'done') return turn.say({ text: t('decision.extend.done', { title }) })
  const refused = faultText(turn, wishedDueOn, task.dueOn)
  if (refused)
    return ask(turn, { text: refused, awaits: { topic: 'extend', question: 'day', id: assignmentId } })
  await askForDecision(tx, { assignmentId, wishedDueOn, askedBy: person.id, now })
  await tellDeciders(turn, assignmentId, { is: 'wish' })
  const change = { label: t('decision.extend.change'), value: topicValue('extend', 'ask', assignmentId) }
  await askInPlace(turn, {
    text: t('decision.extend.sent', { title, day: weekdayAndDay(wishedDueOn, t) }),
    choices: [[change]],
  })
}
