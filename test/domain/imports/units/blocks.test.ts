/** The blocks of a list without codes: one spelt two ways is asked about, and two are never mixed. */
import { describe, expect, test } from 'vitest'
import { looksAlike } from '../../../../domain/imports/units/block-spelling.ts'
import { type KnownUnits, readUnitList } from '../../../../domain/imports/units/list.ts'
import { nothingKnown } from './unit-lists.ts'

/** A list of an office's own, one unit to each block named. */
const listOf = (blocks: string[], known: KnownUnits = nothingKnown) => {
  const rows = blocks.map((block, index) => `Thôn ${index + 1},Lê Văn Ba,09000000${10 + index},${block}`)
  return readUnitList(new TextEncoder().encode(['Đơn vị,Họ tên,Điện thoại,Khối', ...rows].join('\n')), known)
}

const errors = ({ problems }: ReturnType<typeof listOf>) =>
  problems.filter(({ severity }) => severity === 'error')

const knownBlock = (code: string, name: string): KnownUnits => ({ units: [], blocks: [{ code, name }] })

describe('a block that may be another spelt another way', () => {
  test('is asked about, with both spellings, their lines and what to do', () => {
    const list = listOf(['Khối trường học', 'Khối các trường học', 'Khối thôn', 'Khối các trường học'])
    expect(errors(list)).toMatchObject([
      {
        line: 3,
        field: 'blockName',
        value: 'Khối các trường học',
        problem:
          '"Khối các trường học" (line 3, 5) looks like "Khối trường học" (line 2), spelt another way.',
        mend: expect.stringContaining('a column "Mã khối"'),
      },
    ])
  })

  test('is asked about beside a block that is known', () => {
    const list = listOf(['Khối các trường học'], knownBlock('K4', 'Khối trường học'))
    expect(errors(list)).toMatchObject([{ line: 2, problem: expect.stringContaining('(known)') }])
  })

  test('is taken as it stands once the list gives the blocks codes', () => {
    const header = 'Đơn vị,Họ tên,Mã khối,Khối'
    const rows = ['Thôn 1,Lê Văn Ba,K1,Khối trường học', 'Thôn 2,Lê Văn Tư,K2,Khối các trường học']
    const list = readUnitList(new TextEncoder().encode([header, ...rows].join('\n')), nothingKnown)
    expect(errors(list)).toEqual([])
  })

  test('is no question where both are known already', () => {
    const known = [
      { code: 'K1', name: 'Khối trường học' },
      { code: 'K2', name: 'Khối các trường học' },
    ]
    const list = listOf(['Khối trường học', 'Khối các trường học'], { units: [], blocks: known })
    expect(errors(list)).toEqual([])
    expect(list.rows.map(({ blockCode }) => blockCode)).toEqual(['K1', 'K2'])
  })

  test.each([
    ['Khối trường học', 'Khối các trường học', true],
    ['Khối trường học', 'Trường học', true],
    ['Khối cơ quan và đoàn thể', 'Khối cơ quan, đoàn thể', true],
    ['Khối trường học', 'Khối trưòng hoc', true],
    ['Khối trường học', 'Khối trươngf học', true],
    ['Khối chuyên môn', 'Khối chuyên mn', false],
    ['Khối trường học', 'Khối tuyến hải', false],
    ['Khối trường mầm non', 'Khối trường tiểu học', false],
    ['Khối thôn 1', 'Khối thôn 2', false],
    ['Khối thôn', 'Khối thôn 2', false],
    ['Khối THCS', 'Khối TH, THCS', false],
    ['Khối Đảng', 'Khối Đoàn', false],
  ])('"%s" and "%s" look alike: %s', (one, other, alike) => {
    expect([looksAlike(one, other), looksAlike(other, one)]).toEqual([alike, alike])
  })
})

describe('two blocks with the same initials', () => {
  const codes = (list: ReturnType<typeof listOf>) =>
    Object.fromEntries(list.rows.map(({ blockName, blockCode }) => [blockName, blockCode]))

  test('are told apart by longer codes, whatever the order of the rows', () => {
    const names = ['Khối trường học', 'Khối tuyến hải', 'Khối thôn']
    const told = { 'Khối trường học': 'KHTRHO', 'Khối tuyến hải': 'KHTUHA', 'Khối thôn': 'KT' }
    expect(errors(listOf(names))).toEqual([])
    expect(codes(listOf(names))).toEqual(told)
    expect(codes(listOf(names.toReversed()))).toEqual(told)
  })

  test('leave the code to the one that is known by it', () => {
    const known = knownBlock('KTH', 'Khối tuyến hải')
    expect(codes(listOf(['Khối trường học', 'Khối tuyến hải'], known))).toEqual({
      'Khối trường học': 'KHTRHO',
      'Khối tuyến hải': 'KTH',
    })
    expect(codes(listOf(['Khối trường học'], known))).toEqual({ 'Khối trường học': 'KHTRHO' })
  })
})
