/** Days and times as people write them, in both languages. */
import type { Language, Translate } from './i18n.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** 31/12 */
export const shortDay = (day: Temporal.PlainDate): string => `${two(day.day)}/${two(day.month)}`

/** 31/12/2026 */
export const fullDay = (day: Temporal.PlainDate): string => `${shortDay(day)}/${day.year}`

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** thứ Năm */
export const weekdayOf = ({ dayOfWeek }: Temporal.PlainDate, t: Translate): string =>
  t(`weekday.${WEEKDAYS[dayOfWeek - 1] ?? 'mon'}`)

/** thứ Năm, 31/12 */
export const weekdayAndDay = (day: Temporal.PlainDate, t: Translate): string =>
  `${weekdayOf(day, t)}, ${shortDay(day)}`

/** 14h30 in Vietnamese, 14:30 in English. */
export function clockTime(moment: Date, timeZone: string, language: Language): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  return language === 'vi' ? `${hour}h${two(minute)}` : `${hour}:${two(minute)}`
}
