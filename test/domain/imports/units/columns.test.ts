/** The words that offices put over the columns of their lists of units. */
import { describe, expect, test } from 'vitest'
import { COLUMNS, type Column, columnOf, HEADINGS } from '../../../../domain/imports/units/columns.ts'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { fold } from '../../../../domain/vietnamese.ts'
import { nothingKnown } from './unit-lists.ts'

const SPELLINGS: [Column, string[]][] = [
  ['code', ['code', 'Mã', 'Mã đơn vị', 'Mã ĐV']],
  [
    'name',
    [
      'name',
      'Tên đơn vị',
      'ĐƠN VỊ',
      'Cơ quan, đơn vị',
      'Tên cơ quan, đơn vị',
      'Tên cơ quan',
      'Tên các đơn vị',
      'Tên trường',
      'Tên thôn, tổ dân phố',
      'Đơn vị/Cơ quan',
      'Đơn vị, địa phương',
    ],
  ],
  ['shortName', ['shortName', 'Tên ngắn', 'Tên viết tắt', 'Tên gọi tắt']],
  ['unitType', ['unitType', 'Loại hình', 'Loại đơn vị', 'Loại']],
  ['blockCode', ['blockCode', 'Mã khối']],
  [
    'blockName',
    [
      'blockName',
      'Khối thi đua',
      'KHỐI',
      'Tên khối',
      'Thuộc khối',
      'Tên khối thi đua',
      'Khối thi đua số',
      'Cụm, khối thi đua',
    ],
  ],
  ['isBlockLead', ['isBlockLead', 'Trưởng khối', 'Đơn vị trưởng khối', 'Khối trưởng']],
  [
    'headName',
    [
      'headName',
      'Thủ trưởng',
      'Họ và tên',
      'Họ tên',
      'Họ và tên thủ trưởng',
      'Họ tên thủ trưởng',
      'Người đứng đầu',
      'Thủ trưởng đơn vị',
      'Họ và tên người đứng đầu',
      'Họ và tên thủ trưởng đơn vị',
      'Họ, tên',
      'Người phụ trách',
    ],
  ],
  ['headTitle', ['headTitle', 'Chức vụ', 'Chức danh', 'Chức danh, chức vụ', 'Chức vụ thủ trưởng']],
  [
    'phone',
    [
      'phone',
      'Điện thoại',
      'Số điện thoại',
      'SĐT',
      'Số ĐT',
      'Di động',
      'Điện thoại di động',
      ' số  điện thoại: ',
      'Số điện thoại liên hệ',
      'Điện thoại liên hệ',
      'ĐTDĐ',
      'SĐT (Zalo)',
      'SĐT thủ trưởng',
    ],
  ],
  ['isCoordinatingOffice', ['isCoordinatingOffice', 'Đơn vị theo dõi', 'Phòng theo dõi']],
  ['isPropaganda', ['isPropaganda', 'Tuyên giáo']],
]
const every = SPELLINGS.flatMap(([column, names]) => names.map((name) => [name, column] as const))

describe.each(every)('"%s" heads the column %s', (name, column) => {
  test.each([name, name.toUpperCase(), name.normalize('NFD'), fold(name)])('written "%s"', (written) => {
    expect(columnOf(written)).toBe(column)
  })
})

test('every column is spelt here, and its heading in messages is one that is read', () => {
  expect(SPELLINGS.map(([column]) => column)).toEqual(COLUMNS)
  expect(COLUMNS.map((column) => columnOf(HEADINGS[column]))).toEqual(COLUMNS)
})

test.each([
  'STT',
  'Ghi chú',
  'Email',
  'Ngày sinh',
  'Email thủ trưởng',
  'Số lượng đơn vị',
  'Ghi chú về khối trưởng',
  '',
])('"%s" heads nothing that is read', (name) => {
  expect(columnOf(name)).toBeNull()
})

test('the columns of an office may stand in any order', () => {
  const cells = {
    STT: '1',
    'Số điện thoại': '0912 345 678',
    'Khối thi đua': 'Khối thôn',
    'Chức vụ': 'Trưởng thôn',
    'Ghi chú': '',
    'Người đứng đầu': 'Lê Văn Nhiên',
    'Tên đơn vị': 'Thôn Xuân Đám',
  }
  const columns = Object.entries(cells)
  const first = readUnitList(csv(columns), nothingKnown).rows
  expect(first).toMatchObject([{ code: 'TXD', headTitle: 'Trưởng thôn', phone: '0912345678' }])
  for (let turn = 1; turn < columns.length; turn++) {
    const turned = [...columns.slice(turn), ...columns.slice(0, turn)]
    expect(readUnitList(csv(turned), nothingKnown).rows).toEqual(first)
    expect(readUnitList(csv(turned.toReversed()), nothingKnown).rows).toEqual(first)
  }
})

const csv = (columns: [header: string, cell: string][]) =>
  new TextEncoder().encode([0, 1].map((row) => columns.map((column) => column[row]).join(';')).join('\n'))

test('of two columns that fit, the one that fits better is read, and the other is named as not read', () => {
  const list = readUnitList(
    csv([
      ['Điện thoại cơ quan', '02253 888 101'],
      ['Đơn vị', 'Thôn Đông'],
      ['Họ tên', 'Lê Văn Ba'],
      ['Điện thoại di động', '0912 345 678'],
      ['Khối', 'Khối thôn'],
      ['Email', 'a@b.vn'],
      ['STT', '1'],
    ]),
    nothingKnown,
  )
  expect(list.rows).toMatchObject([{ phone: '0912345678' }])
  expect(list.problems).toMatchObject([
    { kind: 'unreadColumns', value: 'Điện thoại cơ quan, Email', severity: 'warning' },
    { kind: 'noType' },
  ])
})
