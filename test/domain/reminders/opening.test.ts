/** The message that opens a quarter. */
import { expect, test } from 'vitest'
import { openingDue } from '../../../domain/reminders/opening.ts'
import { date, vietnam } from '../vietnam.ts'

const known = { knownFrom: date('2026-02-24'), openedThrough: null }
const due = (today: string, facts: Parameters<typeof openingDue>[0] = known) =>
  openingDue(facts, date(today), vietnam)

test('a quarter opens on its first working day', () => {
  expect(due('2026-10-01')).toEqual({ year: 2026, quarter: 4, on: date('2026-10-01'), late: false })
})

test('a year that begins with a holiday and a weekend opens on the Monday after', () => {
  expect(due('2027-01-01')).toBeNull()
  expect(due('2027-01-02')).toBeNull()
  expect(due('2027-01-04')).toMatchObject({ year: 2027, quarter: 1, late: false })
})

test('a quarter is opened once', () => {
  const opened = { ...known, openedThrough: date('2026-10-01') }
  expect(due('2026-10-01', opened)).toBeNull()
  expect(due('2026-10-02', opened)).toBeNull()
  expect(due('2027-01-04', opened)).toMatchObject({ quarter: 1 })
})

test('an opening missed while the service was down goes out later in its quarter', () => {
  expect(due('2026-10-08')).toEqual({ year: 2026, quarter: 4, on: date('2026-10-01'), late: true })
})

test('a late opening waits for a working day', () => {
  expect(due('2026-10-10')).toBeNull()
})

test('a quarter that is over is opened no more: the next one is', () => {
  const lastOpened = { ...known, openedThrough: date('2026-04-01') }
  expect(due('2026-10-01', lastOpened)).toEqual({
    year: 2026,
    quarter: 4,
    on: date('2026-10-01'),
    late: false,
  })
})

test('a plan that came after the opening day opens nothing until the next quarter', () => {
  const late = { ...known, knownFrom: date('2026-10-02') }
  expect(due('2026-10-02', late)).toBeNull()
  expect(due('2027-01-04', late)).toMatchObject({ quarter: 1 })
})

test('a plan that came on the opening day itself opens the quarter', () => {
  expect(due('2026-10-01', { ...known, knownFrom: date('2026-10-01') })).toMatchObject({ late: false })
})

test('an opening that a storm kept back is due, and not late, when reminders begin again', () => {
  const rested = { ...known, restedUntil: date('2026-10-10') }
  expect(due('2026-10-12', rested)).toMatchObject({ quarter: 4, late: false })
  expect(due('2026-10-13', rested)).toMatchObject({ quarter: 4, late: true })
  expect(due('2026-10-02', { ...known, restedUntil: date('2026-08-01') })).toMatchObject({ late: true })
})
