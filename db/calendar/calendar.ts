/** Which days the office works: the weekend, and the days of `calendar_days` that differ from it. */
import { inArray, sql } from 'drizzle-orm'
import { type Calendar, calendarFrom } from '../../domain/calendar.ts'
import type { CalendarDay } from '../../domain/imports/calendar-file.ts'
import type { Db, Tx } from '../client.ts'
import { calendarDays } from '../schema/index.ts'

/** All known days over a weekend of Saturday and Sunday. */
export async function readCalendar(db: Db | Tx): Promise<Calendar> {
  const rows = await db.select().from(calendarDays)
  return calendarFrom(rows.map(({ day, works, name }) => ({ date: day, works, name })))
}

/** How a file's days differ from those known before. */
export type CalendarChanges = { added: number; changed: number; unchanged: number; gone: number }

/**
 * Keeps the days of a file in place of all that was known of the years it speaks of: a proposed holiday that came to
 * nothing is taken back by leaving it out. Other years stay.
 */
export async function importCalendarDays(tx: Tx, days: readonly CalendarDay[]): Promise<CalendarChanges> {
  const years = [...new Set(days.map(({ date }) => date.year))]
  const wanted = new Map(days.map((each) => [each.date.toString(), rowOf(each)]))
  const changes: CalendarChanges = { added: 0, changed: 0, unchanged: 0, gone: 0 }
  const outdated: Temporal.PlainDate[] = []
  const yearOfDay = sql<number>`extract(year from ${calendarDays.day})::int`
  for (const known of await tx.select().from(calendarDays).where(inArray(yearOfDay, years))) {
    const next = wanted.get(known.day.toString())
    if (next && JSON.stringify(next) === JSON.stringify(known)) {
      changes.unchanged++
      wanted.delete(known.day.toString())
      continue
    }
    changes[next ? 'changed' : 'gone']++
    outdated.push(known.day)
  }
  changes.added = wanted.size - changes.changed
  if (outdated.length > 0) await tx.delete(calendarDays).where(inArray(calendarDays.day, outdated))
  if (wanted.size > 0) await tx.insert(calendarDays).values([...wanted.values()])
  return changes
}

const rowOf = ({ date, works, name, confidence, note }: CalendarDay) => ({
  day: date,
  works,
  name,
  confidence,
  note: note ?? null,
})
