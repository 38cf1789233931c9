/** The calendar that the tests live by: the holiday file that ships with dondoc. */
import { readFileSync } from 'node:fs'
import { type Calendar, calendarFrom } from '../../domain/calendar.ts'
import { type CalendarFile, readCalendarFile } from '../../domain/imports/calendar-file.ts'

export const holidayFile = readFileSync(new URL('../../db/seed/holidays-vn.yaml', import.meta.url), 'utf8')

export const holidays: CalendarFile = read()

export const vietnam: Calendar = calendarFrom(holidays.days, holidays.weekend)

export const date = (day: string) => Temporal.PlainDate.from(day)

function read(): CalendarFile {
  const result = readCalendarFile(holidayFile)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.data
}
