/** What an amended file says otherwise of the plan itself. */
import { expect, test } from 'vitest'
import { changedFacts } from '../../../../domain/imports/plans/facts.ts'
import { date } from '../../vietnam.ts'

const said = { title: 'Kế hoạch', issuedOn: date('2026-02-24'), signer: { name: 'A', position: 'B' } }
/** As jsonb gives it back: dates as text, fields in another order. */
const kept = { issuedOn: '2026-02-24', title: 'Kế hoạch', signer: { position: 'B', name: 'A' } }

test('the same facts from the database are the same', () => {
  expect(changedFacts(kept, said)).toEqual([])
})

test('what is new, other or no longer said is told', () => {
  const { title: _, ...others } = said
  expect(changedFacts(kept, { ...others, signer: { name: 'C', position: 'B' }, place: 'D' })).toEqual([
    { field: 'title', from: 'Kế hoạch', to: undefined },
    { field: 'signer', from: { name: 'A', position: 'B' }, to: { name: 'C', position: 'B' } },
    { field: 'place', from: undefined, to: 'D' },
  ])
})
