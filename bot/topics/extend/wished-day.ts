/** Until which day? Two dates on buttons, and any other that is typed. */
import { choiceValue } from '../../../domain/choice.ts'
import { laterDates } from '../../../domain/extension.ts'
import { readWishedDay } from '../../../domain/replies/extension-wish.ts'
import { readReply } from '../../../domain/replies/reply-reader.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay, weekdayAndDay } from '../../../locales/dates.ts'
import { ask, askInPlace } from '../../ask.ts'
import { taskOf } from '../../task-of-person.ts'
import type { PersonTurn } from '../../turn.ts'
import { sendWish } from './wish.ts'

const STEPS = [3, 7]

export async function askWishedDay(turn: PersonTurn, assignmentId: number): Promise<void> {
  const { t, today, calendar } = turn
  const task = await taskOf(turn, assignmentId)
  if (!task) return
  const title = task.shortTitle
  if (task.status === 'done') return turn.say({ text: t('decision.extend.done', { title }) })
  const days = laterDates(task.dueOn, today, calendar, STEPS).map((day) => ({
    label: shortDay(day),
    value: topicValue('extend', 'wish', assignmentId, day.toString()),
  }))
  const other = { label: t('answer.otherDay'), value: topicValue('extend', 'other-day', assignmentId) }
  const back = { label: t('decision.date.back'), value: choiceValue({ act: 'pick', assignmentId }) }
  await askInPlace(turn, {
    text: t('decision.extend.ask', { title, due: weekdayAndDay(task.dueOn, t) }),
    choices: [[...days, other], [back]],
    awaits: { topic: 'extend', question: 'day', id: assignmentId },
  })
}

export async function askOtherDay(turn: PersonTurn, assignmentId: number): Promise<void> {
  if (!(await taskOf(turn, assignmentId))) return
  const awaits = { topic: 'extend', question: 'day', id: assignmentId }
  await ask(turn, { text: turn.t('decision.date.type'), awaits })
}

/** False: no day, but plainly a report, so the question is over. */
export async function takeTypedDay(turn: PersonTurn, assignmentId: number, text: string): Promise<boolean> {
  const day = readWishedDay(text, turn.today)
  if (!day && readReply(text, turn.today).kind === 'status') return false
  if (day) await sendWish(turn, assignmentId, day)
  else await turn.say({ text: turn.t('decision.date.unclear') })
  return true
}
