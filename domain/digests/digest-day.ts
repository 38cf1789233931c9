/** On which days the weekly digests go out, when the office's chosen day of the week is free. */
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar.ts'
import { isBefore } from '../day-order.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A digest on a free day comes on the next working day, or on the one before: a day's news late, or a weekend's early. */
export type Move = 'next' | 'previous'

/** Whether a weekly digest goes out on this day: never on a free one, and once for all the weeks that a long holiday swallows. */
export function isDigestDay(
  calendar: Calendar,
  day: Temporal.PlainDate,
  weekday: Weekday,
  move: Move,
): boolean {
  if (!isWorkingDay(calendar, day)) return false
  const neighbour = addWorkingDays(calendar, day, move === 'next' ? -1 : 1)
  const step = { days: move === 'next' ? -1 : 1 }
  // From this day to the working day beside it, that one not included, lie the free days it stands in for.
  for (let spoken = day; !spoken.equals(neighbour); spoken = spoken.add(step)) {
    if (WEEKDAYS[spoken.dayOfWeek - 1] === weekday) return true
  }
  return false
}

/** The first such day from a day on. Throws RangeError when the calendar has no working day in a year. */
export function nextDigestDay(
  calendar: Calendar,
  from: Temporal.PlainDate,
  weekday: Weekday,
  move: Move,
): Temporal.PlainDate {
  const end = from.add({ years: 1 })
  for (let day = from; isBefore(day, end); day = day.add({ days: 1 })) {
    if (isDigestDay(calendar, day, weekday, move)) return day
  }
  throw new RangeError(`No digest falls within a year of ${from}.`)
}
