/** Quarters, and the periods an office reports on. */
import { expect, test } from 'vitest'
import { firstDayOfQuarter, lastDayOfQuarter, parsePeriod, quarterOf } from '../../domain/quarter.ts'
import { date } from './vietnam.ts'

test.each([
  ['2026-01-01', 1],
  ['2026-03-31', 1],
  ['2026-04-01', 2],
  ['2026-09-30', 3],
  ['2026-10-01', 4],
  ['2026-12-31', 4],
])('%s lies in quarter %i', (day, quarter) => {
  expect(quarterOf(date(day))).toBe(quarter)
})

test.each([
  [1, '2028-01-01', '2028-03-31'],
  [2, '2028-04-01', '2028-06-30'],
  [3, '2028-07-01', '2028-09-30'],
  [4, '2028-10-01', '2028-12-31'],
] as const)('quarter %i runs from %s to %s', (quarter, from, to) => {
  expect(firstDayOfQuarter(2028, quarter).toString()).toBe(from)
  expect(lastDayOfQuarter(2028, quarter).toString()).toBe(to)
})

test.each([
  ['2026-Q2', [2], '2026-04-01', '2026-06-30'],
  ['2026-H1', [1, 2], '2026-01-01', '2026-06-30'],
  ['2026-9M', [1, 2, 3], '2026-01-01', '2026-09-30'],
  ['2026', [1, 2, 3, 4], '2026-01-01', '2026-12-31'],
  [' 2026-q4 ', [4], '2026-10-01', '2026-12-31'],
])('the period %s is the quarters %j, from %s to %s', (text, quarters, from, to) => {
  expect(parsePeriod(text)).toEqual({ year: 2026, quarters, from: date(from), to: date(to) })
})

test.each(['2026-Q5', '2026-H2', 'Q2', '26-Q2', '2026-06', '2026Q2', '', 'constructor'])(
  '"%s" is no period, and the error says what is',
  (text) => {
    expect(() => parsePeriod(text)).toThrow(RangeError)
    expect(() => parsePeriod(text)).toThrow(/is not a period: write a quarter as 2026-Q2/)
  },
)
