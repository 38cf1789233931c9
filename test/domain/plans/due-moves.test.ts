/** Which due dates move with the due date of a task. */
import { expect, test } from 'vitest'
import { dueMoves } from '../../../domain/plans/due-moves.ts'
import { date } from '../vietnam.ts'

const moves = (quarter: 4 | null, from: string, to: string) =>
  dueMoves(2026, { quarter, dueOn: date(from) }, { quarter, dueOn: date(to) }).map(
    (move) => `Q${move.quarter} ${move.from} ${move.to}`,
  )

test('a quarter’s task has one date to move', () => {
  expect(moves(4, '2026-12-31', '2026-12-20')).toEqual(['Q4 2026-12-31 2026-12-20'])
  expect(moves(4, '2026-12-31', '2026-12-31')).toEqual([])
})

test('of a year-round task only the quarter that its date cuts short has another', () => {
  expect(moves(null, '2026-12-31', '2026-12-20')).toEqual(['Q4 2026-12-31 2026-12-20'])
})

test('a quarter that was not asked for before has no date to come from', () => {
  expect(moves(null, '2026-08-15', '2026-12-31')).toEqual(['Q3 2026-08-15 2026-09-30', 'Q4 null 2026-12-31'])
})

test('into another quarter goes what is owed in the old one, and its day with it', () => {
  const at = (quarter: 3 | 4, dueOn: string) => ({ quarter, dueOn: date(dueOn) })
  expect(dueMoves(2026, at(4, '2026-12-31'), at(3, '2026-09-30'))).toEqual([
    { quarter: 3, leaves: 4, from: date('2026-12-31'), to: date('2026-09-30') },
  ])
})
