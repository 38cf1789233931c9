/** Which later dates make sense for a task: those offered on buttons, and what is wrong with one that was typed. */
import { type Calendar, workingDayOnOrAfter } from './calendar.ts'
import { isAfter, isBefore } from './day-order.ts'

/** A date further off than this is a slip of the finger, or a matter for a talk. */
export const LONGEST_DAYS = 60

type DateFault = 'past' | 'not_later' | 'too_far'

/** Null: the date may be asked for, and agreed. */
export function dateFault(
  wished: Temporal.PlainDate,
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): DateFault | null {
  if (isBefore(wished, today)) return 'past'
  if (!isAfter(wished, dueOn)) return 'not_later'
  return isAfter(wished, countedFrom(dueOn, today).add({ days: LONGEST_DAYS })) ? 'too_far' : null
}

/** So many days on, each moved to a working day, without repeats; of a task that is overdue, counted from today. */
export function laterDates(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: Calendar,
  steps: readonly number[],
): Temporal.PlainDate[] {
  const dates = steps.map((days) => workingDayOnOrAfter(calendar, countedFrom(dueOn, today).add({ days })))
  return [...new Map(dates.map((date) => [date.toString(), date])).values()]
}

const countedFrom = (dueOn: Temporal.PlainDate, today: Temporal.PlainDate) =>
  isBefore(dueOn, today) ? today : dueOn
