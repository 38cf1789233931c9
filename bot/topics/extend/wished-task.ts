/** For which task a later date is wished: the one named, replied to or talked about, the only one open, or one they pick. */
import type { OwedTask } from '../../../db/answers/assignments.ts'
import { laterDates } from '../../../domain/extension.ts'
import type { Wish } from '../../../domain/replies/extension-wish.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { taskLines } from '../../../locales/task-list.ts'
import { ask } from '../../ask.ts'
import { linesFor, openTasks } from '../../steps/task-list.ts'
import type { PersonTurn } from '../../turn.ts'
import { sendWish } from './wish.ts'
import { askWishedDay } from './wished-day.ts'

type Dated = Pick<Wish, 'on' | 'days'>

/** A wish whose task is still to be found: from what was just talked about, or by asking. */
export async function beginWish(turn: PersonTurn, wish: Dated): Promise<void> {
  const open = await openTasks(turn)
  const { awaits } = turn.asked
  const talkedOf = open.filter(({ id }) => awaits && 'assignmentId' in awaits && awaits.assignmentId === id)
  return wishFor(turn, talkedOf.length > 0 ? talkedOf : open, wish)
}

/** A wish for one of these tasks: their only one, or the one they pick. */
export async function wishFor(turn: PersonTurn, tasks: OwedTask[], wish: Dated): Promise<void> {
  const { t } = turn
  const [only, ...more] = tasks
  if (!only) return turn.say({ text: t('list.nothing') })
  if (more.length > 0) return askWhich(turn, tasks, wish)
  const day = dayFor(turn, only, wish)
  return day ? sendWish(turn, only.id, day) : askWishedDay(turn, only.id)
}

async function askWhich(turn: PersonTurn, tasks: OwedTask[], wish: Dated): Promise<void> {
  const { t } = turn
  const picks = tasks.map((task, index) => ({
    label: t('list.pick', { number: index + 1 }),
    value: pickValue(turn, task, wish),
  }))
  const rows = Array.from({ length: Math.ceil(picks.length / 3) }, (_, row) =>
    picks.slice(row * 3, row * 3 + 3),
  )
  await ask(turn, {
    text: `${t('decision.extend.which')}\n\n${taskLines(linesFor(turn, tasks), t)}`,
    choices: rows,
  })
}

function pickValue(turn: PersonTurn, task: OwedTask, wish: Dated): string {
  const day = dayFor(turn, task, wish)
  return day ? topicValue('extend', 'wish', task.id, day.toString()) : topicValue('extend', 'ask', task.id)
}

/** The day named; or so many days more, moved to a working day. */
const dayFor = ({ today, calendar }: PersonTurn, { dueOn }: OwedTask, { on, days }: Dated) =>
  on ?? (days === undefined ? undefined : laterDates(dueOn, today, calendar, [days])[0])
