/** Who gets an announcement's message: everybody reachable once, and a row for every unit. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planDeliveries } from '../../../domain/announcements/deliveries.ts'

const anyUnits = fc.array(fc.array(fc.nat(8), { maxLength: 4 }), { maxLength: 12 }).chain((units) =>
  fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]).map((joined) =>
    units.map((holders, index) => ({
      id: index + 1,
      holders: holders.map((personId) => ({
        personId: personId + 1,
        contactId: joined.includes(personId) ? 100 + personId : null,
      })),
    })),
  ),
)

test('nobody gets it twice, everybody who can be reached gets it, and no unit is without a row', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const planned = planDeliveries(units)
      const messages = planned.filter(({ contactId, follows }) => contactId !== null && !follows)
      expect(new Set(messages.map(({ contactId }) => contactId)).size).toBe(messages.length)
      const reachable = units.flatMap(({ holders }) => holders.flatMap(({ contactId }) => contactId ?? []))
      expect(new Set(messages.map(({ contactId }) => contactId))).toEqual(new Set(reachable))
      expect(new Set(planned.map(({ unitId }) => unitId))).toEqual(new Set(units.map(({ id }) => id)))
    }),
  )
})

test('a unit is unreached only if none of its people has a chat, whatever other units these have', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      for (const { unitId, contactId } of planDeliveries(units)) {
        const holders = units.find(({ id }) => id === unitId)?.holders ?? []
        expect(contactId === null).toBe(holders.every((holder) => holder.contactId === null))
      }
    }),
  )
})
