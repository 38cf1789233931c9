/** Whom an announcement is for: every unit meant, each once, and nobody else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AudienceFacts, audienceOf, audienceWords } from '../../../domain/announcements/audience.ts'

const BLOCKS = [
  { code: 'K1', name: 'Khối trường học' },
  { code: 'K2', name: 'Khối Đảng, đoàn thể' },
]

const anyUnits = fc
  .array(
    fc.record({
      blockCode: fc.constantFrom('K1', 'K2'),
      isCoordinatingOffice: fc.boolean(),
      ended: fc.boolean(),
      isSilent: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((units) =>
    units.map((unit, index) => ({ ...unit, id: index + 1, code: `U${index + 1}`, name: '', shortName: '' })),
  )

const factsOf = (units: (AudienceFacts['units'][number] & { isSilent: boolean })[]): AudienceFacts => ({
  units,
  blocks: BLOCKS,
  tasks: [{ code: 'Q4-b', silent: units.filter(({ isSilent }) => isSilent).map(({ code }) => code) }],
})

const anyWords = fc.array(
  fc.oneof(
    fc.constantFrom(
      'all',
      'block:K1',
      'block:K2',
      'block:khoi truong hoc',
      'unanswered:q4b',
      'block:K9',
      'x',
    ),
    fc.integer({ min: 1, max: 25 }).map((n) => `unit:U${n}`),
  ),
  { maxLength: 6 },
)

test('whatever is asked for, each unit is meant at most once, and never the office that writes nor one that ended', () => {
  fc.assert(
    fc.property(anyUnits, anyWords, (units, words) => {
      const meant = audienceOf(words, factsOf(units)).units
      expect(new Set(meant).size).toBe(meant.length)
      expect(meant.filter((unit) => unit.isCoordinatingOffice || unit.ended)).toEqual([])
    }),
  )
})

test('several audiences together are everybody who is in one of them, and nobody else', () => {
  fc.assert(
    fc.property(anyUnits, anyWords, anyWords, (units, some, others) => {
      const facts = factsOf(units)
      const idsOf = (words: string[]) => audienceOf(words, facts).units.map(({ id }) => id)
      expect(new Set(idsOf([...some, ...others]))).toEqual(new Set([...idsOf(some), ...idsOf(others)]))
    }),
  )
})

test('a part means its own units: a block’s, one, those who have not answered', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const meant = (word: string) => audienceOf([word], factsOf(units)).units
      expect(meant('block:K1').every(({ blockCode }) => blockCode === 'K1')).toBe(true)
      expect(meant('unanswered:Q4-b')).toEqual(
        units.filter((unit) => unit.isSilent && !unit.ended && !unit.isCoordinatingOffice),
      )
      expect(meant('unit:U1').every(({ code }) => code === 'U1')).toBe(true)
    }),
  )
})

test('a block is found by its code in any case, or by its name without tone marks', () => {
  const facts = factsOf([])
  for (const word of ['block:K1', 'block: k1', 'Block:Khối trường học', 'block:khoi truong hoc'])
    expect(audienceOf([word], facts).groups).toEqual([{ kind: 'block', code: 'K1' }])
})

test('words that mean nothing are named, and the others are kept', () => {
  const { groups, unknown } = audienceOf(audienceWords('all, block:K9,unit:, block, al:l'), factsOf([]))
  expect(groups).toEqual([{ kind: 'all', code: '' }])
  expect(unknown).toEqual(['block:K9', 'unit:', 'block', 'al:l'])
})
