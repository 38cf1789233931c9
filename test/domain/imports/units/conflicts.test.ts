/** What no two units of a list may share, and which block a unit may name. */
import { describe, expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { cleanList, inShort, knowing, nothingKnown, schools } from './unit-lists.ts'

const LEAD = { isBlockLead: 'true' }

describe('within one list', () => {
  test('a code stands once, whatever its case', () => {
    const list = readUnitList(schools({ code: 'MN90' }, { code: 'mn90' }), nothingKnown)
    expect(inShort(list)).toEqual(['2 code error', '3 code error'])
    expect(list.problems[0]?.problem).toContain('MN90 (line 3)')
    expect(list.added).toEqual([])
  })

  test('a block has one leading unit', () => {
    const list = readUnitList(schools(LEAD, {}, LEAD), nothingKnown)
    expect(inShort(list)).toEqual(['2 isBlockLead error', '4 isBlockLead error'])
    expect(list.problems[0]?.problem).toBe('Block K4 has a second leading unit: MN92 (line 4).')
  })

  test('two blocks have a leading unit each', () => {
    const list = readUnitList(
      schools(LEAD, { ...LEAD, blockCode: 'K5', blockName: 'Khối khác' }),
      nothingKnown,
    )
    expect(list.problems).toEqual([])
  })

  test('there is one coordinating office', () => {
    const office = { isCoordinatingOffice: 'true' }
    expect(inShort(readUnitList(schools(office, office), nothingKnown))).toEqual([
      '2 isCoordinatingOffice error',
      '3 isCoordinatingOffice error',
    ])
  })

  test('units without a phone do not share one', () => {
    const list = readUnitList(schools({ phone: '' }, { phone: '' }), nothingKnown)
    expect(list.problems.map(({ problem }) => problem)).toEqual([
      'There is no phone number.',
      'There is no phone number.',
    ])
  })
})

describe('with the units that the list leaves out', () => {
  test('a block keeps its one leading unit', () => {
    const list = readUnitList(schools(LEAD), knowing(cleanList))
    expect(inShort(list)).toEqual(['2 isBlockLead error'])
    expect(list.problems[0]?.problem).toContain('MN01 (known, not in this file)')
  })

  test('another may lead the block where they are to end', () => {
    expect(readUnitList(schools(LEAD), knowing(cleanList), { endGone: true }).problems).toEqual([])
  })

  test('a phone number is told to be another unit’s', () => {
    const list = readUnitList(schools({ phone: '0900 000 001' }), knowing(cleanList))
    expect(list.problems[0]?.problem).toContain('VPDU (known, not in this file)')
  })
})

describe('a block', () => {
  test('may be named on any one of its lines', () => {
    const list = readUnitList(schools({ blockName: '' }, {}), nothingKnown)
    expect(list.rows.map(({ blockName }) => blockName)).toEqual([
      'Khối trường mầm non',
      'Khối trường mầm non',
    ])
    expect(list.problems).toEqual([])
  })

  test('that is known keeps its name where the list gives none', () => {
    const list = readUnitList(schools({ blockName: '' }), knowing(cleanList))
    expect(list.rows[0]?.blockName).toBe('Khối trường mầm non')
  })

  test('that is named two ways is an error on the later line', () => {
    const list = readUnitList(schools({}, { blockName: 'Khối mầm non' }), nothingKnown)
    expect(inShort(list)).toEqual(['3 blockName error'])
    expect(list.problems[0]?.problem).toContain('Khối trường mầm non')
  })

  test('may get another name from the list', () => {
    const known = readUnitList(schools({}), nothingKnown)
    const list = readUnitList(schools({ blockName: 'Khối mầm non' }), knowing(known))
    expect(list.changed[0]?.fields).toEqual([
      { field: 'blockName', from: 'Khối trường mầm non', to: 'Khối mầm non' },
    ])
  })

  test('without a code is told once', () => {
    expect(inShort(readUnitList(schools({ blockCode: '', blockName: '' }), nothingKnown))).toEqual([
      '2 blockCode error',
    ])
  })
})
