/** The words of a reminder: what is due and when in its first lines, then what the office asks, and the answers. */
import type { OutgoingMessage } from '../domain/message.ts'
import { shortDay, weekdayAndDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import {
  openingAfterReminders,
  openingChoices,
  openingMessage,
  type QuarterOpened,
} from './opening-message.ts'
import { extendChoice, linesOf, listChoices, statusChoices, type TaskLine, taskLines } from './task-list.ts'

export type UrgedTask = TaskLine & {
  /** From today to the due date, negative when overdue: the words go by what is true on the day they leave. */
  daysLeft: number
  /** The day of the latest answer. */
  reportedOn: Temporal.PlainDate | null
}

/** What one message has to say. */
export type ReminderContent = {
  recipient: string
  units: readonly { name: string }[]
  /** What is urged, the earliest due first. */
  items: readonly UrgedTask[]
  /** The quarter that begins; those of its tasks that are among `items` are said once. */
  opening: QuarterOpened | null
}

/**
 * Words one message: about one task, about several, the opening of a quarter, or an opening after reminders.
 * Throws RangeError when there is nothing to say.
 */
export function reminderMessage(content: ReminderContent, t: Translate): OutgoingMessage {
  const { recipient, units, items, opening } = content
  const [mostPressing, ...more] = items
  if (!mostPressing) {
    if (!opening) throw new RangeError('There is nothing to remind of.')
    return openingMessage(recipient, units, opening, t)
  }
  const others = opening?.tasks.filter(({ id }) => items.every((item) => item.id !== id)) ?? []
  const rest = opening && others.length > 0 ? { ...opening, tasks: others } : null
  const sign = mostPressing.daysLeft < 0 ? 'reminder.greetingOverdue' : 'reminder.greeting'
  const greeting = t(sign, { name: recipient })
  return more.length === 0 && !rest
    ? aboutOne(mostPressing, greeting, t)
    : aboutSeveral(items, rest, greeting, t)
}

/** How pressing it is. */
function toneOf({ daysLeft }: UrgedTask) {
  if (daysLeft > 7) return 'far'
  if (daysLeft > 3) return 'near'
  if (daysLeft > 1) return 'close'
  if (daysLeft === 1) return 'tomorrow'
  if (daysLeft === 0) return 'today'
  return daysLeft > -3 ? 'overdue' : 'longOverdue'
}

const whenDue = ({ daysLeft, dueOn }: UrgedTask, t: Translate) => ({
  days: Math.abs(daysLeft),
  due: weekdayAndDay(dueOn, t),
})

function aboutOne(task: UrgedTask, greeting: string, t: Translate): OutgoingMessage {
  const { shortTitle: title, unit } = task
  const named = unit ? t('reminder.taskOfUnit', { title, unit }) : t('reminder.task', { title })
  const fact = t(`reminder.one.${toneOf(task)}`, { task: named, ...whenDue(task, t) })
  const facts = [fact, lastAnswer(task, t)].filter(Boolean).join(' ')
  const overdue = task.daysLeft < 0 ? [[extendChoice(task.id, t)]] : []
  const choices = [...statusChoices(task.id, t), ...overdue]
  return { text: [greeting, facts, t(`reminder.ask.${toneOf(task)}`)].join('\n'), choices }
}

function lastAnswer({ status, percent, reportedOn }: UrgedTask, t: Translate): string {
  if (status === 'silent' || !reportedOn) return ''
  const said = t(`status.${status}`) + (percent ? `, ${percent}%` : '')
  return t('reminder.last', { status: said, date: shortDay(reportedOn) })
}

/** One heading for each due date, so that a date they share is said once; the numbers run through. */
function aboutSeveral(
  items: readonly UrgedTask[],
  opening: QuarterOpened | null,
  greeting: string,
  t: Translate,
): OutgoingMessage {
  const blocks = [...Map.groupBy(items, ({ dueOn }) => dueOn.toString()).values()].map((group) => {
    const first = group[0]!
    const heading = t(`reminder.many.${toneOf(first)}`, whenDue(first, t))
    return `${heading}\n${taskLines(group, t, false, items.indexOf(first) + 1)}`
  })
  const ask = t(`reminder.ask.${toneOf(items[0]!)}`)
  const after = opening ? [openingAfterReminders(opening, items.length + 1, t)] : []
  const tasks = [...items, ...(opening?.tasks ?? [])]
  const choices = [...listChoices(tasks, t), ...(opening ? [openingChoices(t)] : [])]
  const text = `${greeting}\n${[...blocks, ask, ...after, t('list.how')].join('\n\n')}`
  return { text, lines: linesOf(tasks), choices }
}
