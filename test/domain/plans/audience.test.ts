/** Whom the office asks about a task. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUDIENCES, type Audience, type UnitForAudience, unitsAsked } from '../../../domain/plans/audience.ts'

const plain = { unitType: 'thon', isBlockLead: false, isPropaganda: false, isCoordinatingOffice: false }
const village = { ...plain, name: 'village' }
const school = { ...plain, name: 'school', unitType: 'truong_hoc' }
const leadingSchool = { ...school, name: 'leading school', isBlockLead: true }
const culture = { ...plain, name: 'culture centre', isPropaganda: true }
const office = {
  name: 'the office itself',
  unitType: 'truong_hoc',
  isBlockLead: true,
  isPropaganda: true,
  isCoordinatingOffice: true,
}
const everyone = [village, school, office, leadingSchool, culture]

const asked = (...audience: Audience[]) =>
  unitsAsked({ audience, asksUnitHeads: true }, everyone).map(({ name }) => name)

test('all units are all but the office that asks', () => {
  expect(asked('all_units')).toEqual(['village', 'school', 'leading school', 'culture centre'])
})

test('blocks are asked through the units that lead them', () => {
  expect(asked('blocks')).toEqual(['leading school'])
})

test('schools are the units of that type', () => {
  expect(asked('schools')).toEqual(['school', 'leading school'])
})

test('propaganda is asked of the units that the office named for it', () => {
  expect(asked('propaganda')).toEqual(['culture centre'])
})

test('the office, the leaders and the council are never asked by message', () => {
  expect(asked('office', 'leaders', 'council')).toEqual([])
})

test('a unit that belongs to two groups is asked once', () => {
  expect(asked('blocks', 'schools', 'propaganda')).toEqual(['school', 'leading school', 'culture centre'])
})

test('a task that asks no unit heads asks nobody', () => {
  expect(unitsAsked({ audience: ['all_units'], asksUnitHeads: false }, everyone)).toEqual([])
})

test('whatever the groups, nobody is asked twice and the office never asks itself', () => {
  const anyUnit: fc.Arbitrary<UnitForAudience> = fc.record({
    unitType: fc.constantFrom('truong_hoc', 'thon', 'chuyen_mon'),
    isBlockLead: fc.boolean(),
    isPropaganda: fc.boolean(),
    isCoordinatingOffice: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(anyUnit), fc.array(fc.constantFrom(...AUDIENCES)), (units, audience) => {
      const found = unitsAsked({ audience, asksUnitHeads: true }, units)
      expect(new Set(found).size).toBe(found.length)
      expect(found.some((unit) => unit.isCoordinatingOffice)).toBe(false)
    }),
  )
})
