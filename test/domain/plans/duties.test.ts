/** What plans ask for, of whom, in which quarter. */
import { expect, test } from 'vitest'
import { dutiesOf } from '../../../domain/plans/duties.ts'
import { task } from '../plan-83.ts'

const unit = { id: 0, unitType: '', isBlockLead: false, isPropaganda: false, isCoordinatingOffice: false }
const units = [
  { ...unit, id: 1, unitType: 'truong_hoc', isBlockLead: true },
  { ...unit, id: 2 },
  { ...unit, id: 3, isCoordinatingOffice: true },
]
const duties = (code: string) =>
  dutiesOf([{ ...task(code), id: 7, year: 2026 }], units).map(
    ({ taskId, unitId, year, quarter, dueOn }) => `${taskId} ${unitId} ${year} ${quarter} ${dueOn}`,
  )

test('a task is owed by each unit that it concerns, never by the office that asks', () => {
  expect(duties('Q4-b')).toEqual(['7 1 2026 4 2026-12-31', '7 2 2026 4 2026-12-31'])
  expect(duties('Q2-b')).toEqual(['7 1 2026 2 2026-06-30'])
  expect(duties('Q1-a')).toEqual([])
})

test('a year-round task is owed once in each quarter', () => {
  expect(duties('CN-a').filter((duty) => duty.startsWith('7 2'))).toEqual([
    '7 2 2026 1 2026-03-31',
    '7 2 2026 2 2026-06-30',
    '7 2 2026 3 2026-09-30',
    '7 2 2026 4 2026-12-31',
  ])
})
