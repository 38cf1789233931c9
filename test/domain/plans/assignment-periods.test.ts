/** How often, and by when, a task of the plan is asked for. */
import { expect, test } from 'vitest'
import { assignmentPeriods } from '../../../domain/plans/assignment-periods.ts'
import type { Quarter } from '../../../domain/quarter.ts'
import { date } from '../vietnam.ts'

const periods = (quarter: Quarter | null, dueOn: string) =>
  assignmentPeriods({ year: 2026, quarter, dueOn: date(dueOn) }).map(
    (period) => `Q${period.quarter} by ${period.dueOn}`,
  )

test("a quarter's task is asked for once, by its own date", () => {
  expect(periods(3, '2026-08-15')).toEqual(['Q3 by 2026-08-15'])
})

test("a quarter's task keeps a date that the office set after the quarter", () => {
  expect(periods(4, '2027-01-15')).toEqual(['Q4 by 2027-01-15'])
})

test('a task of the whole year is asked for by the end of each quarter', () => {
  expect(periods(null, '2026-12-31')).toEqual([
    'Q1 by 2026-03-31',
    'Q2 by 2026-06-30',
    'Q3 by 2026-09-30',
    'Q4 by 2026-12-31',
  ])
})

test('a task of the whole year is never asked for later than its own date', () => {
  expect(periods(null, '2026-11-30').at(-1)).toBe('Q4 by 2026-11-30')
})

test('a task of the whole year that ends early is not asked for in the quarters after it', () => {
  expect(periods(null, '2026-05-15')).toEqual(['Q1 by 2026-03-31', 'Q2 by 2026-05-15'])
})
