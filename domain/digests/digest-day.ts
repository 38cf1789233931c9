/** On which days the weekly digests go out, when the office's chosen day of the week is free. */
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar.ts'
import { isBefore } from '../day-order.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A digest on a free day comes on the next working day, or on the one before: a day's news late, or a weekend's early. */
export type Move = 'next' | 'previous'

export const DIGEST_KINDS = ['leaders', 'units'] as const
export type DigestKind = (typeof DIGEST_KINDS)[number]

/** Leaders begin their week with it, units end theirs. */
export const MOVE_OF: Record<DigestKind, Move> = { leaders: 'next', units: 'previous' }

/** Whether a weekly digest goes out on this day: never on a free one, and once for all the weeks that a long holiday swallows. */
export function isDigestDay(
  calendar: Calendar,
  day: Temporal.PlainDate,
  weekday: Weekday,
  move: Move,
): boolean {
  return dayStoodInFor(calendar, day, weekday, move) !== null
}

/** The day on which the digest of this day would have gone out if none were free; null when none goes out. */
export function dayStoodInFor(
  calendar: Calendar,
  day: Temporal.PlainDate,
  weekday: Weekday,
  move: Move,
): Temporal.PlainDate | null {
  if (!isWorkingDay(calendar, day)) return null
  const neighbour = addWorkingDays(calendar, day, move === 'next' ? -1 : 1)
  const step = { days: move === 'next' ? -1 : 1 }
  // From this day to the working day beside it, that one not included, lie the free days it stands in for.
  for (let spoken = day; !spoken.equals(neighbour); spoken = spoken.add(step)) {
    if (WEEKDAYS[spoken.dayOfWeek - 1] === weekday) return spoken
  }
  return null
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
