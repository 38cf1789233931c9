/** On which days unit heads are urged. */
import { expect, test } from 'vitest'
import { wavesOf } from '../../../domain/reminders/cadence.ts'
import { date, vietnam } from '../vietnam.ts'
import { report, sent, urged } from './urging.ts'

const days = (dueOn: string) =>
  wavesOf({ dueOn: date(dueOn) }, vietnam).map(({ on, label }) => `${on} ${label}`)

test("what is due on New Year's Eve is urged five times before, and twice after", () => {
  expect(sent(report, '2026-10-01', '2027-03-31')).toEqual([
    '2026-12-17 T-14',
    '2026-12-24 T-7',
    '2026-12-28 T-3',
    '2026-12-30 T-1',
    '2026-12-31 T-0',
    '2027-01-04 T+1 T+3',
    '2027-01-07 T+7',
  ])
})

test('a reminder that falls on a holiday comes the working day before', () => {
  expect(days('2026-12-01')).toContain('2026-11-20 T-7')
  expect(days('2026-11-24').slice(2, 5)).toEqual(['2026-11-20 T-3', '2026-11-20 T-1', '2026-11-20 T-0'])
})

test('a Saturday worked in exchange is a day like any other', () => {
  expect(days('2026-11-28')).toContain('2026-11-28 T-0')
  expect(days('2026-11-29')).toContain('2026-11-28 T-0')
})

test('what is due on a Monday is urged once on the Friday before, for three days and for one', () => {
  const monday = { ...report, dueOn: date('2026-12-14') }
  expect(urged({ ...monday, urgedThrough: date('2026-12-10') }, '2026-12-11')).toBe('T-3 T-1')
})

test('nobody is urged during Tết, and what is due in it is asked for before it', () => {
  const duringTet = sent({ ...report, dueOn: date('2027-02-08') }, '2027-01-01', '2027-03-01')
  expect(duringTet).toEqual([
    '2027-01-25 T-14',
    '2027-02-01 T-7',
    '2027-02-03 T-3 T-1 T-0',
    '2027-02-15 T+1 T+3 T+7',
  ])
})

test('the office may set other days', () => {
  const waves = wavesOf(report, vietnam, { before: [5, 30], overdue: [10] })
  expect(waves.map(({ on, label }) => `${on} ${label}`)).toEqual([
    '2026-12-01 T-30',
    '2026-12-25 T-5',
    '2027-01-11 T+10',
  ])
})

test('a wave tells the day it goes out and the day it stands for', () => {
  expect(wavesOf({ dueOn: date('2026-12-31') }, vietnam)[5]).toEqual({
    on: date('2027-01-04'),
    offset: 1,
    label: 'T+1',
    nominal: date('2027-01-01'),
  })
})
