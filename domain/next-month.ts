/** When what this month has no room for goes out. */
import { type Calendar, workingDayOnOrAfter } from './calendar.ts'

/** Midnight, in the office's zone, of the first day of the month after that day's. */
export function nextMonthBegins(today: Temporal.PlainDate, timeZone: string): Date {
  return new Date(firstOfNext(today).toZonedDateTime(timeZone).epochMilliseconds)
}

/** Eight in the morning of the first day of that month which is worked. */
export function nextMonthOpens(today: Temporal.PlainDate, calendar: Calendar, timeZone: string): Date {
  const day = workingDayOnOrAfter(calendar, firstOfNext(today))
  return new Date(day.toZonedDateTime({ timeZone, plainTime: '08:00' }).epochMilliseconds)
}

const firstOfNext = (day: Temporal.PlainDate) => day.with({ day: 1 }).add({ months: 1 })
