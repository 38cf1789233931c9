/** Days as people write them: 31/12/2026. A browser's own field for dates shows them as its language does, not the page's. */

const WRITTEN = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?\s*$/

/** As YYYY-MM-DD; without a year the next one after `today` (YYYY-MM-DD). Null when it is no day. */
export function readDay(text, today) {
  const [, day, month, year] = WRITTEN.exec(text) ?? []
  if (day === undefined) return null
  const thisYear = Number(today.slice(0, 4))
  if (year !== undefined) return dayOf(Number(year), month, day)
  // A 29/02 may have to wait for its year.
  return dayOf(thisYear, month, day, today) ?? dayOf(thisYear + 1, month, day)
}

function dayOf(year, month, day, after = '') {
  const moment = new Date(Date.UTC(year, month - 1, day))
  const text = moment.toISOString().slice(0, 10)
  return moment.getUTCMonth() === month - 1 && text > after ? text : null
}

/** 31/12/2026 of 2026-12-31. */
export const writtenDay = (day) => day.split('-').reverse().join('/')

/** The last day of a quarter after `today`: the day that most reminders lead up to. */
export function endOfQuarter(today) {
  const [year, month, day] = today.split('-').map(Number)
  const tomorrow = new Date(Date.UTC(year, month - 1, day + 1))
  const endsIn = Math.floor(tomorrow.getUTCMonth() / 3) * 3 + 3
  return new Date(Date.UTC(tomorrow.getUTCFullYear(), endsIn, 0)).toISOString().slice(0, 10)
}
