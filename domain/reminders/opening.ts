/** The message that opens a quarter: what is to be done in it, on its first working day. */
import { type Calendar, firstWorkingDayOfQuarter, isWorkingDay, workingDayOnOrAfter } from '../calendar.ts'
import { isAfter, isBefore } from '../day-order.ts'
import { type Quarter, quarterOf } from '../quarter.ts'

/** A quarter's opening that is to go out today. */
export type Opening = {
  year: number
  quarter: Quarter
  /** The quarter's first working day. */
  on: Temporal.PlainDate
  /** That day, or the one after a pause, has passed: the service was down. */
  late: boolean
}

type Known = {
  knownFrom: Temporal.PlainDate
  openedThrough: Temporal.PlainDate | null
  restedUntil?: Temporal.PlainDate | null
}

/**
 * The opening due today of today's quarter, or null. It goes out late, within its quarter, if the service
 * was down on its day; but not if the plan became known (`knownFrom`) only after that day, for then the
 * quarter was under way. Openings that fell up to `openedThrough` are dealt with. Where reminders rested
 * for a storm (`restedUntil`), it is due when they begin again, and late only after that.
 */
export function openingDue(
  { knownFrom, openedThrough, restedUntil }: Known,
  today: Temporal.PlainDate,
  calendar: Calendar,
): Opening | null {
  const { year } = today
  const quarter = quarterOf(today)
  const on = firstWorkingDayOfQuarter(calendar, year, quarter)
  if (!isWorkingDay(calendar, today) || isBefore(on, knownFrom)) return null
  if (openedThrough && !isAfter(on, openedThrough)) return null
  const due = restedUntil && isAfter(restedUntil, on) ? workingDayOnOrAfter(calendar, restedUntil) : on
  return { year, quarter, on, late: isAfter(today, due) }
}
