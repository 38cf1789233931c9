/** How far back personal data is kept. */
import { expect, test } from 'vitest'
import { keptSince } from '../../domain/retention.ts'
import { date } from './vietnam.ts'

const PERIODS = {
  keep_chat_months: 12,
  keep_unchosen_months: 12,
  keep_exemplar_months: 24,
  keep_former_days: 30,
  keep_withdrawn_days: 10,
  keep_audit_years: 5,
  draft_days: 7,
  timezone: 'Asia/Ho_Chi_Minh',
}

const on = (day: string, periods = PERIODS) => keptSince(date(day), periods)

test('days begin when they begin for the office', () => {
  expect(on('2026-12-18')).toMatchObject({
    chat: new Date('2025-12-17T17:00:00Z'),
    drafts: new Date('2026-12-10T17:00:00Z'),
    audit: new Date('2021-12-17T17:00:00Z'),
  })
  expect(on('2026-12-18').lastPost.toString()).toBe('2026-11-18')
})

test.each([
  ['2027-12-31', 12, 2025],
  ['2028-01-01', 12, 2026],
  ['2027-06-30', 6, 2025],
  ['2027-07-01', 6, 2026],
  ['2027-01-31', 1, 2025],
  ['2027-02-01', 1, 2026],
])('on %s, with %i months after the end of a year, the last year that goes is %i', (day, months, year) => {
  expect(on(day, { ...PERIODS, keep_unchosen_months: months }).lastUnchosenYear).toBe(year)
  expect(on(day, { ...PERIODS, keep_exemplar_months: months }).lastApprovedYear).toBe(year)
})

test('the end of a short month is no trouble', () => {
  expect(on('2028-02-29', { ...PERIODS, keep_audit_years: 1 }).audit).toEqual(
    new Date('2027-02-27T17:00:00Z'),
  )
})
