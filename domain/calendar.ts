/** Which days are worked: the weekly rhythm, and the days that differ from it. */
import { firstDayOfQuarter, type Quarter } from './quarter.ts'

export type Calendar = {
  /** ISO weekdays that are free: 1 is Monday, 7 is Sunday. */
  weekend: ReadonlySet<number>
  /** By `YYYY-MM-DD`: holidays, and weekend days worked in exchange. These win over the weekend. */
  days: ReadonlyMap<string, { works: boolean; name: string }>
}

const SATURDAY_AND_SUNDAY: ReadonlySet<number> = new Set([6, 7])

export function calendarFrom(
  days: readonly { date: Temporal.PlainDate; works: boolean; name: string }[],
  weekend = SATURDAY_AND_SUNDAY,
): Calendar {
  return { weekend, days: new Map(days.map(({ date, works, name }) => [date.toString(), { works, name }])) }
}

/** No holiday is this long: a calendar without a working day in so many days is a mistake. */
const LONGEST_SEARCH = 366

export function isWorkingDay(calendar: Calendar, date: Temporal.PlainDate): boolean {
  return calendar.days.get(date.toString())?.works ?? !calendar.weekend.has(date.dayOfWeek)
}

export const workingDayOnOrBefore = (calendar: Calendar, date: Temporal.PlainDate) =>
  nearestWorkingDay(calendar, date, -1)

export const workingDayOnOrAfter = (calendar: Calendar, date: Temporal.PlainDate) =>
  nearestWorkingDay(calendar, date, 1)

/** The `count`-th working day after `date`, or before it when `count` is negative; `date` itself for 0. */
export function addWorkingDays(calendar: Calendar, date: Temporal.PlainDate, count: number) {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; left--)
    day = nearestWorkingDay(calendar, day.add({ days: step }), step)
  return day
}

export const firstWorkingDayOfQuarter = (calendar: Calendar, year: number, quarter: Quarter) =>
  workingDayOnOrAfter(calendar, firstDayOfQuarter(year, quarter))

/** The first working day met from `date` on, going forth or back. Throws RangeError if there is none in a year. */
function nearestWorkingDay(calendar: Calendar, date: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate {
  for (let days = 0; days < LONGEST_SEARCH; days++) {
    const day = date.add({ days: days * step })
    if (isWorkingDay(calendar, day)) return day
  }
  throw new RangeError(`The calendar has no working day within a year of ${date}.`)
}
