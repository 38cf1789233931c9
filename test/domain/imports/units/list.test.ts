/** Importing a list of units: every trap that offices' lists hold, and what the import would change. */
import { describe, expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { cleanFile, cleanList, dirtyFile, inShort, knowing, nothingKnown, schools } from './unit-lists.ts'

describe('a list without a mistake', () => {
  test('gives 61 units in 8 blocks, each block with one leading unit', () => {
    expect(cleanList.problems).toEqual([])
    expect(cleanList.rows).toHaveLength(61)
    const leads = cleanList.rows.filter((row) => row.isBlockLead).map((row) => row.blockCode)
    expect(leads).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'])
    expect(cleanList.rows.filter((row) => row.isCoordinatingOffice).map((row) => row.code)).toEqual(['VHXH'])
    expect(cleanList.added).toEqual(cleanList.rows)
  })

  test('read a second time changes nothing', () => {
    const again = readUnitList(cleanFile, knowing(cleanList))
    expect(again.unchanged).toHaveLength(61)
    expect([again.added, again.changed, again.gone, again.problems]).toEqual([[], [], [], []])
  })
})

describe('the list of traps, on top of the units that are known', () => {
  const list = readUnitList(dirtyFile, knowing(cleanList))
  const row = (code: string) => list.rows.find((unit) => unit.code === code)
  const about = (line: number) => list.problems.filter((problem) => problem.line === line)

  test('each trap is told on its own line, and nothing else is', () => {
    expect(inShort(list)).toEqual([
      '4 phone warning',
      '5 phone warning',
      '6 phone warning',
      '7 phone warning',
      '8 blockCode error',
      '9 isBlockLead error',
      '9 phone error',
      '10 name error',
      '11 headName warning',
    ])
  })

  test('numbers typed with +84, with dots, or robbed of their zero are stored in one form', () => {
    expect(row('X01')?.phone).toBe('0900000101')
    expect(row('X02')?.phone).toBe('0900000102')
    expect(row('X03')?.phone).toBe('0900000103')
    expect(about(4)[0]?.problem).toContain('0900 000 103')
  })

  test('a unit without a phone is taken in', () => {
    expect(row('X04')?.phone).toBeNull()
  })

  test('a number that another unit has is told, with that unit', () => {
    expect(about(6)[0]?.problem).toContain('VPDU (line 7)')
    expect(row('X05')?.phone).toBe('0900000001')
  })

  test('a code that is known is an update of its unit', () => {
    expect(list.changed).toEqual([
      {
        code: 'VPDU',
        fields: [{ field: 'name', from: 'Văn phòng Đảng ủy đặc khu', to: 'Văn phòng Đảng ủy' }],
      },
    ])
  })

  test('a block that nobody named is an error', () => {
    expect(about(8)[0]).toMatchObject({ value: 'K9', problem: 'There is no block K9.' })
  })

  test('the cell is quoted as it stands, with how to mend it', () => {
    expect(about(9)).toMatchObject([
      { value: 'co', mend: 'Write true or false.' },
      { value: '0900 000 1O8', mend: expect.stringContaining('not the letter O') },
    ])
  })

  test('spaces are folded, a missing short name is the name, and a name in lower case gets its capitals', () => {
    expect(row('X10')).toMatchObject({
      name: 'Trạm Y tế Lưu động',
      shortName: 'Trạm Y tế Lưu động',
      headName: 'Đinh Thị Mười',
      headTitle: 'trạm trưởng',
    })
  })

  test('only units without a mistake count as new, and units left out as gone', () => {
    expect(list.added.map(({ code }) => code)).toEqual(['X01', 'X02', 'X03', 'X04', 'X05', 'X10'])
    expect(list.gone).toHaveLength(60)
  })
})

test('decomposed letters are stored composed', () => {
  const name = 'Trường Tiểu học Hải Đăng'
  const { rows } = readUnitList(schools({ name: name.normalize('NFD') }), nothingKnown)
  expect(rows[0]?.name).toBe(name)
})

test('a name all in capitals gets small letters, and a name in mixed case is left alone', () => {
  const list = readUnitList(schools({ headName: 'ĐINH THỊ MƯỜI' }, { headName: "H'Hen Niê" }), nothingKnown)
  expect(list.rows.map(({ headName }) => headName)).toEqual(['Đinh Thị Mười', "H'Hen Niê"])
  expect(inShort(list)).toEqual(['2 headName warning'])
})

test('a vacant post is taken in with a warning', () => {
  const list = readUnitList(schools({ headName: '' }), nothingKnown)
  expect(list.rows[0]?.headName).toBe('')
  expect(inShort(list)).toEqual(['2 headName warning'])
})

test('letters lost in an old code page are an error, never stored', () => {
  const list = readUnitList(
    schools({ name: 'Tru?ng M?m non' }, { headName: 'L\ufffd Th\ufffd M\ufffdn' }),
    nothingKnown,
  )
  expect(inShort(list)).toEqual(['2 name error', '3 headName error'])
})

test.each([
  ['true', true],
  ['1', true],
  ['Có', true],
  ['X', true],
  ['FALSE', false],
  ['0', false],
  ['không', false],
  ['', false],
])('a yes or no may be written "%s"', (written, isBlockLead) => {
  expect(readUnitList(schools({ isBlockLead: written }), nothingKnown).rows).toMatchObject([{ isBlockLead }])
})

test('an unknown kind of unit is the office’s own; a missing one is only warned about', () => {
  const list = readUnitList(schools({ unitType: 'bao_tang' }, { unitType: '' }), nothingKnown)
  expect(list.rows.map(({ unitType }) => unitType)).toEqual(['bao_tang', ''])
  expect(inShort(list)).toEqual(['3 unitType warning'])
})

test('a code is kept in capitals, and one that could not be typed in a command is an error', () => {
  const list = readUnitList(
    schools({ code: 'mn90' }, { code: 'MN 91' }, { code: '' }, { code: '' }),
    nothingKnown,
  )
  expect(list.rows.map(({ code }) => code)).toEqual(['MN90'])
  expect(inShort(list)).toEqual(['3 code error', '4 code error', '5 code error'])
})

test('a list that does not say who spreads the word leaves it as it is known', () => {
  const said = readUnitList(schools({ isPropaganda: 'true' }), nothingKnown)
  const silent = readUnitList(schools({}), knowing(said))
  expect([said.rows[0]?.isPropaganda, silent.rows[0]?.isPropaganda]).toEqual([true, undefined])
  expect(silent.unchanged).toEqual(['MN90'])

  const denied = readUnitList(schools({ isPropaganda: 'false' }), knowing(said))
  expect(denied.changed[0]?.fields).toEqual([{ field: 'isPropaganda', from: true, to: false }])
})
