/** The days of one year that differ from the week, for people to check. */
import { asc, between } from 'drizzle-orm'
import type { CalendarDay } from '../../domain/imports/calendar-file.ts'
import type { Db } from '../client.ts'
import { calendarDays } from '../schema/index.ts'

export async function calendarDaysOf(db: Db, year: number): Promise<CalendarDay[]> {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const to = Temporal.PlainDate.from({ year, month: 12, day: 31 })
  const rows = await db
    .select()
    .from(calendarDays)
    .where(between(calendarDays.day, from, to))
    .orderBy(asc(calendarDays.day))
  return rows.map(({ day, note, ...rest }) => ({ ...rest, date: day, note: note ?? undefined }))
}
