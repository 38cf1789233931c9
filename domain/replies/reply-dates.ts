/** Finds the days that a reply names, from words without tone marks, as days not before today. */

const DATE = /(?<![\d/.,-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/%])/g
/** "Từ thứ hai", "hôm thứ sáu" and "từ ngày 15" lie behind us. */
const DAY_OF_MONTH = /(?<!\b(?:tu|hoi) )\b(?:ngay|mung|mong) (\d{1,2})(?![\d/.,%-])(?: thang (\d{1,2}))?/g
const WEEKDAY = new RegExp(
  [
    '(?<!\\b(?:hom|tu|hoi) )',
    '\\b(?:thu ([2-7]|hai|ba|tu|nam|sau|bay)|t([2-7])|chu nhat|cn)\\b',
    '(?: (tuan sau|tuan toi))?(?! (?:tuan truoc|truoc|vua roi|tuan roi))\\b',
  ].join(''),
  'g',
)
const NEAR: [RegExp, number][] = [
  [/\b(?:hom|chieu|toi|trua|trong hom|trong ngay) nay\b/, 0],
  [/\b(?:ngay|sang|chieu|toi|trua|truoc) mai\b|(?<!khuyen )\bmai\b/, 1],
  [/\b(?:ngay )(?:kia|mot)\b/, 2],
]
const WEEKDAYS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay']

/** A day without a year is the next one; in a report, one further off than people plan was the last one. */
export const FORESEEN_IN_REPORTS: Temporal.DurationLike = { months: 3 }
/** In a wish for a later date every day lies ahead. */
export const FORESEEN_IN_WISHES: Temporal.DurationLike = { years: 1 }

/** Every day named that has not passed, each once; of days without a year those that are `foreseen`. */
export function daysIn(
  plain: string,
  today: Temporal.PlainDate,
  foreseen = FORESEEN_IN_WISHES,
): Temporal.PlainDate[] {
  const last = today.add(foreseen)
  const days = [
    ...[...plain.matchAll(DATE)].map(([, day, month, year]) =>
      dayOf(Number(day), Number(month), year, today, last),
    ),
    ...[...plain.matchAll(DAY_OF_MONTH)].map(([, day, month]) =>
      month ? dayOf(Number(day), Number(month), undefined, today, last) : nextDayOfMonth(Number(day), today),
    ),
    ...[...plain.matchAll(WEEKDAY)].map(([, a, b, week]) => weekday(a ?? b, week, today)),
    ...NEAR.flatMap(([pattern, days]) => (pattern.test(plain) ? [today.add({ days })] : [])),
  ].filter((day) => day !== undefined)
  return [...new Map(days.map((day) => [day.toString(), day])).values()]
}

/** Whether it names a day and month. */
export const namesDate = (plain: string): boolean => plain.search(DATE) >= 0

function dayOf(
  day: number,
  month: number,
  year: string | undefined,
  today: Temporal.PlainDate,
  last: Temporal.PlainDate,
) {
  if (year) return upcoming(dateOrNone((Number(year) % 100) + 2000, month, day), today)
  const next = [today.year, today.year + 1]
    .map((y) => upcoming(dateOrNone(y, month, day), today))
    .find(Boolean)
  return next && Temporal.PlainDate.compare(next, last) <= 0 ? next : undefined
}

function nextDayOfMonth(day: number, today: Temporal.PlainDate) {
  return [today, today.add({ months: 1 })]
    .map(({ year, month }) => upcoming(dateOrNone(year, month, day), today))
    .find(Boolean)
}

/** "thứ 6" is the next one from tomorrow on; "thứ 6 tuần sau" lies in next week, which begins on Monday. */
function weekday(name: string | undefined, week: string | undefined, today: Temporal.PlainDate) {
  const number =
    name === undefined ? 7 : WEEKDAYS.includes(name) ? WEEKDAYS.indexOf(name) + 1 : Number(name) - 1
  const ahead = (number - today.dayOfWeek + 7) % 7 || 7
  if (week === 'tuan sau' || week === 'tuan toi') return today.add({ days: 7 + number - today.dayOfWeek })
  return today.add({ days: ahead })
}

const upcoming = (day: Temporal.PlainDate | undefined, today: Temporal.PlainDate) =>
  day && Temporal.PlainDate.compare(day, today) >= 0 ? day : undefined

function dateOrNone(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day ? date : undefined
}
