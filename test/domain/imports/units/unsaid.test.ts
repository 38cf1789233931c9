/** What a list says of its units without a word: by the columns it lacks. */
import { expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { knowing, nothingKnown, schools } from './unit-lists.ts'

const ofOffice = (...rows: string[]) =>
  new TextEncoder().encode(['Đơn vị,Họ tên,Điện thoại,Khối', ...rows].join('\n'))

const MIST = 'Trường Mầm non Sương Mai,Nguyễn Thị Mận,0900 000 190,Khối trường'
const LOTUS = 'Trường Tiểu học Hoa Sen,Lê Thị Đào,0900 000 191,Khối trường'
const HAMLET = 'Thôn Đông,Lê Văn Ba,0900 000 192,Khối thôn'

test('schools that are known by their names are told once, with how many', () => {
  const { rows, problems } = readUnitList(ofOffice(MIST, LOTUS, HAMLET), nothingKnown)
  expect(rows.map(({ unitType }) => unitType)).toEqual(['truong_hoc', 'truong_hoc', ''])
  expect(problems.filter(({ kind }) => kind === 'typesConcluded')).toMatchObject([
    { line: 2, severity: 'warning', count: 2, problem: expect.stringContaining('2 units') },
  ])
})

test('a list that says the kind concludes nothing', () => {
  const { problems } = readUnitList(schools({}), nothingKnown)
  expect(problems).toEqual([])
})

test('of a known unit, what the list has no column for stays as it is', () => {
  const known = readUnitList(
    schools({ name: 'Trường Mầm non Sương Mai', unitType: 'truong_cong_lap', isBlockLead: 'true' }),
    nothingKnown,
  )
  const row = 'Trường Mầm non Sương Mai,Nguyễn Thị Mận,0900 000 190,Khối trường mầm non'
  const list = readUnitList(ofOffice(row), knowing(known))
  expect(list.problems).toEqual([])
  expect(list.unchanged).toEqual(['MN90'])
})

test('another head does not inherit the title and the phone of the one before', () => {
  const known = readUnitList(schools({ name: 'Trường Mầm non Sương Mai' }), nothingKnown)
  const bytes = new TextEncoder().encode(
    'Đơn vị,Họ tên,Khối\nTrường Mầm non Sương Mai,Lê Thị Đào,Khối trường mầm non',
  )
  expect(readUnitList(bytes, knowing(known)).rows).toMatchObject([
    { code: 'MN90', headName: 'Lê Thị Đào', headTitle: '', phone: null },
  ])
})
