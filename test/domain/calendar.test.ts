/** Which days an office in Viet Nam works. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  calendarFrom,
  firstWorkingDayOfQuarter,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../domain/calendar.ts'
import { anyCalendar, anyDay } from './any.ts'
import { date, vietnam } from './vietnam.ts'

test.each([
  ['2026-12-31', true, 'an ordinary Thursday'],
  ['2026-11-22', false, 'an ordinary Sunday'],
  ['2026-11-23', false, 'the Monday proposed as a free day'],
  ['2026-11-24', false, 'the Day of Vietnamese Culture'],
  ['2026-11-28', true, 'the Saturday worked in exchange'],
  ['2026-12-05', false, 'any other Saturday'],
  ['2026-04-26', false, 'a holiday on a Sunday'],
  ['2026-04-27', false, 'the Monday in its stead'],
  ['2027-01-01', false, "New Year's Day"],
  ['2027-02-08', false, 'the second day of Tết'],
])('%s is a working day: %s (%s)', (day, works) => {
  expect(isWorkingDay(vietnam, date(day))).toBe(works)
})

test('around Tết 2027 the working days are far apart', () => {
  expect(workingDayOnOrBefore(vietnam, date('2027-02-08')).toString()).toBe('2027-02-03')
  expect(workingDayOnOrAfter(vietnam, date('2027-02-08')).toString()).toBe('2027-02-15')
})

test('a working Saturday is found from the Sunday after it', () => {
  expect(workingDayOnOrBefore(vietnam, date('2026-11-29')).toString()).toBe('2026-11-28')
})

test('working days are counted over weekends and holidays, forth and back', () => {
  const newYearsEve = date('2026-12-31')
  expect(addWorkingDays(vietnam, newYearsEve, 1).toString()).toBe('2027-01-04')
  expect(addWorkingDays(vietnam, newYearsEve, 3).toString()).toBe('2027-01-06')
  expect(addWorkingDays(vietnam, newYearsEve, 0).toString()).toBe('2026-12-31')
  expect(addWorkingDays(vietnam, date('2027-01-04'), -2).toString()).toBe('2026-12-30')
})

test.each([
  [2026, 1, '2026-01-05'],
  [2026, 2, '2026-04-01'],
  [2026, 4, '2026-10-01'],
  [2027, 1, '2027-01-04'],
] as const)('the first working day of %i quarter %i is %s', (year, quarter, day) => {
  expect(firstWorkingDayOfQuarter(vietnam, year, quarter).toString()).toBe(day)
})

test('a calendar in which nothing is ever worked is told to be wrong, and does not hang', () => {
  const neverWorks = calendarFrom([], new Set([1, 2, 3, 4, 5, 6, 7]))
  expect(() => workingDayOnOrAfter(neverWorks, date('2026-12-31'))).toThrow(
    'The calendar has no working day within a year of 2026-12-31.',
  )
})

describe('in any calendar', () => {
  test('the nearest working day is worked, and none lies between', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const before = workingDayOnOrBefore(calendar, day)
        const after = workingDayOnOrAfter(calendar, day)
        expect([before, after].every((found) => isWorkingDay(calendar, found))).toBe(true)
        for (
          let each = before.add({ days: 1 });
          !each.equals(day.add({ days: 1 })) && !before.equals(day);
        ) {
          expect(isWorkingDay(calendar, each)).toBe(false)
          each = each.add({ days: 1 })
        }
      }),
    )
  })

  test('going so many working days forth and as many back leads home', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.nat(20), (calendar, day, count) => {
        const home = workingDayOnOrAfter(calendar, day)
        const back = addWorkingDays(calendar, addWorkingDays(calendar, home, count), -count)
        expect(back.toString()).toBe(home.toString())
      }),
    )
  })
})
