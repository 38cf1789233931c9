/** Whom the office has to telephone. */
import { expect, test } from 'vitest'
import { DEFAULT_CADENCE } from '../../../domain/reminders/cadence.ts'
import { type CallsKnown, callList } from '../../../domain/reminders/call-list.ts'
import type { ReminderTask } from '../../../domain/reminders/facts.ts'
import { date, vietnam } from '../vietnam.ts'
import { report } from './urging.ts'

const owed: ReminderTask = {
  ...report,
  id: 1,
  taskCode: 'Q4-b',
  shortTitle: 'Báo cáo năm',
  percent: null,
  reportedOn: null,
  year: 2026,
  quarter: 4,
  unitId: 1,
  openedOn: null,
}

const NOTHING: CallsKnown = { unconfirmed: new Set(), lastCalled: new Map(), restDays: 3 }

/** The one unit's call: the reason, and how many tasks it is about. */
function call(on: string, task: Partial<ReminderTask>, contactId: number | null, known = NOTHING): string {
  const units = [{ id: 1, code: 'MN01', name: 'Trường Mầm non', shortName: 'MN' }]
  const holders = [{ personId: 1, name: 'Nguyễn Thị Mận', unitId: 1, contactId }]
  const facts = { units, holders, tasks: [{ ...owed, ...task }] }
  const [found] = callList(facts, date(on), vietnam, DEFAULT_CADENCE, known)
  return found ? `${found.reason} ${found.tasks.length}` : 'none'
}

test.each([
  ['while reminders still go out', '2027-01-07', {}, 'none'],
  ['once all have passed', '2027-01-08', {}, 'silent 1'],
  ['even if it said "in progress"', '2027-01-08', { status: 'in_progress' as const }, 'silent 1'],
  ['but not when it is done', '2027-01-08', { status: 'done' as const }, 'none'],
  ['nor while it is put off', '2027-01-08', { putOffUntil: date('2027-01-20') }, 'none'],
  ['nor for what was past when it became known', '2027-06-01', { urgedFrom: date('2027-05-01') }, 'none'],
])('a unit that is reached is called %s', (_, on, task, expected) => {
  expect(call(on, task, 9)).toBe(expected)
})

test.each([
  ['what it owes', '2026-11-23', {}, 'unreachable 1'],
  ['nothing of a quarter to come', '2026-09-30', {}, 'unreachable 0'],
  ['nothing that is done', '2026-11-23', { status: 'done' as const }, 'unreachable 0'],
  [
    'nothing that was past when it became known',
    '2027-02-01',
    { urgedFrom: date('2027-01-20') },
    'unreachable 0',
  ],
])('a unit that nobody reaches is called about %s', (_, on, task, expected) => {
  expect(call(on, task, null)).toBe(expected)
})

test('a unit that was called is left in peace for three working days, over the weekend too', () => {
  const known = { ...NOTHING, lastCalled: new Map([[1, date('2027-01-08')]]) }
  expect(call('2027-01-08', {}, 9, known)).toBe('none')
  expect(call('2027-01-12', {}, 9, known)).toBe('none')
  expect(call('2027-01-13', {}, 9, known)).toBe('silent 1')
})

test('a unit that has not confirmed an announcement is called about that, unless it is silent anyway', () => {
  const known = { ...NOTHING, unconfirmed: new Set([1]) }
  expect(call('2026-12-01', {}, 9, known)).toBe('unconfirmed 0')
  expect(call('2027-01-08', {}, 9, known)).toBe('silent 1')
})
