/** Periods as people of the office type them. */
import { expect, test } from 'vitest'
import { periodName } from '../../../domain/quarter.ts'
import { likelyPeriods, typedPeriod } from '../../../domain/typed/period.ts'
import { date } from '../vietnam.ts'

const typed = (text: string, today = '2026-11-23') => {
  const period = typedPeriod(text, date(today))
  return period && periodName(period)
}

test.each([
  ['2026-Q4', '2026-Q4'],
  ['2026-h1', '2026-H1'],
  ['quý 4', '2026-Q4'],
  ['Quý IV', '2026-Q4'],
  ['quy iii nam 2025', '2025-Q3'],
  ['q2/2026', '2026-Q2'],
  ['6 tháng', '2026-H1'],
  ['sáu tháng đầu năm 2026', '2026-H1'],
  ['9 thang', '2026-9M'],
  ['năm', '2026'],
  ['năm 2025', '2025'],
  ['2025', '2025'],
])('%s is %s', (text, name) => {
  expect(typed(text)).toBe(name)
})

test.each(['xin chào', 'quý 5', '', 'quý', '12 tháng', '0912345678', '/huy'])('%s is no period', (text) => {
  expect(typed(text)).toBeNull()
})

test('a quarter that has not begun is that of last year', () => {
  expect(typed('quý 4', '2027-01-05')).toBe('2026-Q4')
  expect(typed('quý 1', '2027-01-05')).toBe('2027-Q1')
})

test.each([
  ['2026-01-10', ['2026-Q1', '2025-Q4', '2025']],
  ['2026-06-20', ['2026-Q2', '2026-Q1', '2026-H1']],
  ['2026-09-20', ['2026-Q3', '2026-Q2', '2026-9M']],
  ['2026-12-20', ['2026-Q4', '2026-Q3', '2026']],
])('on %s an office is likely to report on %j', (today, names) => {
  expect(likelyPeriods(date(today)).map(periodName)).toEqual(names)
})
