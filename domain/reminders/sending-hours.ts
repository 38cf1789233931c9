/** When the office writes first: within its hours, on the days it works. */
import { type Calendar, workingDayOnOrAfter } from '../calendar.ts'
import { officeDay } from '../office-day.ts'

/** Spans of a day as `HH:MM`, in any order. The last minute of a span is no longer in it. */
export type SendingHours = readonly (readonly [from: string, to: string])[]

/** This very moment if the office sends now, else the beginning of its next sending hours. */
export function nextSendingMoment(
  moment: Date,
  hours: SendingHours,
  calendar: Calendar,
  timeZone: string,
): Date {
  const now = moment.getTime()
  const day = workingDayOnOrAfter(calendar, officeDay(moment, timeZone))
  const open = spansOf(day, hours, timeZone).find(({ to }) => now < to)
  if (open) return new Date(Math.max(now, open.from))
  const next = workingDayOnOrAfter(calendar, day.add({ days: 1 }))
  const beginnings = spansOf(next, hours, timeZone).map(({ from }) => from)
  return new Date(Math.min(...beginnings))
}

function spansOf(day: Temporal.PlainDate, hours: SendingHours, timeZone: string) {
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
  return hours.map(([from, to]) => ({ from: at(from), to: at(to) })).sort((a, b) => a.from - b.from)
}
