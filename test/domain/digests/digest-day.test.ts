/** Tests on which days the weekly digests go out around the holidays of 2026. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay } from '../../../domain/calendar.ts'
import { isDigestDay, nextDigestDay, WEEKDAYS } from '../../../domain/digests/digest-day.ts'
import { vietnam as calendar, date } from '../vietnam.ts'

const days = (from: string, to: string) =>
  Array.from({ length: date(from).until(date(to)).days + 1 }, (_, index) => date(from).add({ days: index }))

const monday = (day: Temporal.PlainDate) => isDigestDay(calendar, day, 'mon', 'next')
const friday = (day: Temporal.PlainDate) => isDigestDay(calendar, day, 'fri', 'previous')

test('in an ordinary week leaders get it on Monday and unit heads on Friday', () => {
  const week = days('2026-12-07', '2026-12-13')
  expect(week.filter(monday).map(String)).toEqual(['2026-12-07'])
  expect(week.filter(friday).map(String)).toEqual(['2026-12-11'])
})

test('when Monday is a holiday leaders get it on the next working day', () => {
  // Monday 31 August and Wednesday 2 September 2026 are free, and so are the days around them.
  const found = days('2026-08-29', '2026-09-06').filter(monday).map(String)
  expect(found).toEqual(['2026-09-03'])
})

test('when Friday is a holiday unit heads get it on the working day before', () => {
  // Thursday 1 and Friday 2 January 2026 are free.
  const found = days('2025-12-29', '2026-01-04').filter(friday).map(String)
  expect(found).toEqual(['2025-12-31'])
})

test('a holiday that swallows a week brings one digest, not two', () => {
  // Tết: Saturday 14 to Sunday 22 February 2026; Monday 16 is made up for on Monday 23, which has its own.
  const found = days('2026-02-14', '2026-02-28').filter(monday).map(String)
  expect(found).toEqual(['2026-02-23'])
})

test('the next one is found from any day on', () => {
  expect(nextDigestDay(calendar, date('2026-12-08'), 'mon', 'next').toString()).toBe('2026-12-14')
})

test('it never goes out on a free day, and every free stretch is stood in for exactly once', () => {
  const anyDay = fc.integer({ min: 0, max: 364 }).map((n) => date('2026-01-02').add({ days: n }))
  const anyWeekday = fc.constantFrom(...WEEKDAYS)
  fc.assert(
    fc.property(
      anyDay,
      anyWeekday,
      fc.constantFrom('next' as const, 'previous' as const),
      (day, weekday, move) => {
        const goesOut = isDigestDay(calendar, day, weekday, move)
        expect(goesOut && !isWorkingDay(calendar, day)).toBe(false)
        if (WEEKDAYS[day.dayOfWeek - 1] !== weekday) return
        const on = isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, move === 'next' ? 1 : -1)
        expect(isDigestDay(calendar, on, weekday, move)).toBe(true)
      },
    ),
  )
})
