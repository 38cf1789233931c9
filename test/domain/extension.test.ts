/** Later dates: which are offered, and which are refused. */
import { expect, test } from 'vitest'
import { calendarFrom } from '../../domain/calendar.ts'
import { dateFault, laterDates } from '../../domain/extension.ts'
import { date, holidays } from './vietnam.ts'

const due = date('2026-12-31')
const calendar = calendarFrom(holidays.days)

test.each([
  ['2026-12-16', 'past'],
  ['2026-12-31', 'not_later'],
  ['2027-01-01', null],
  ['2027-03-01', null],
  ['2027-03-02', 'too_far'],
])('on 17 December, %s instead of New Year’s Eve is %s', (day, fault) => {
  expect(dateFault(date(day), due, date('2026-12-17'))).toBe(fault)
})

test('of a task that is overdue, sixty days are counted from today', () => {
  expect(dateFault(date('2027-03-12'), due, date('2027-01-11'))).toBe(null)
  expect(dateFault(date('2027-03-13'), due, date('2027-01-11'))).toBe('too_far')
})

test('the dates offered are worked, and each is offered once', () => {
  expect(laterDates(due, date('2026-12-17'), calendar, [3, 4, 7]).map(String)).toEqual([
    '2027-01-04',
    '2027-01-07',
  ])
})

test('of a task that is overdue, the dates offered lie before us', () => {
  expect(laterDates(due, date('2027-01-11'), calendar, [3, 7]).map(String)).toEqual([
    '2027-01-14',
    '2027-01-18',
  ])
})
