/** The office's calendar in the database: what an imported file adds, changes and takes back. */
import { expect, test } from 'vitest'
import { importCalendarDays, readCalendar } from '../../../db/calendar/calendar.ts'
import { isWorkingDay } from '../../../domain/calendar.ts'
import { freshDatabase } from '../../database.ts'
import { date, holidays } from '../../domain/vietnam.ts'

async function imported() {
  const { db } = await freshDatabase()
  const take = (days: typeof holidays.days) => db.transaction((tx) => importCalendarDays(tx, days))
  const works = async (day: string) => isWorkingDay(await readCalendar(db), date(day))
  return { take, works, first: await take(holidays.days) }
}

test('holidays are free, and Saturdays worked in exchange are not', async () => {
  const { works, first } = await imported()
  expect(first).toEqual({ added: holidays.days.length, changed: 0, unchanged: 0, gone: 0 })
  expect(await works('2026-11-24')).toBe(false)
  expect(await works('2026-11-28')).toBe(true)
})

test('the same file again changes nothing', async () => {
  const { take } = await imported()
  expect(await take(holidays.days)).toEqual({
    added: 0,
    changed: 0,
    unchanged: holidays.days.length,
    gone: 0,
  })
})

test('a file speaks for its whole years: a day it leaves out is worked again; other years stay', async () => {
  const { take, works } = await imported()
  const proposed = ['2026-11-23', '2026-11-28']
  const decided = holidays.days
    .filter((day) => day.date.year === 2026 && !proposed.includes(day.date.toString()))
    .map((day) => (day.date.equals(date('2026-11-24')) ? { ...day, name: 'Ngày Văn hóa' } : day))
  expect(await take(decided)).toEqual({ added: 0, changed: 1, unchanged: decided.length - 1, gone: 2 })
  expect(await works('2026-11-23')).toBe(true)
  expect(await works('2026-11-28')).toBe(false)
  expect(await works('2027-04-16')).toBe(false)
})
