/** An office's own list of units in Excel: its words over the columns, in its order, with its habits. */
import { expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { isWorkbook, readUnitSheet } from '../../../../domain/imports/units/sheet.ts'
import { excelFile, type SheetCell } from '../plan-reading/excel-file.ts'
import { knowing, nothingKnown } from './unit-lists.ts'

const TITLE: SheetCell[][] = [[{ text: 'DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ', across: 6 }], []]
const HEADER: SheetCell[] = ['STT', 'Tên đơn vị', 'Họ và tên', 'Chức vụ', 'Số điện thoại', 'Khối thi đua']

async function listOf(rows: SheetCell[][], known = nothingKnown) {
  const bytes = await excelFile(rows)
  expect(isWorkbook(bytes)).toBe(true)
  const read = await readUnitSheet(bytes)
  return 'records' in read
    ? readUnitList(read.records, known)
    : { rows: [], added: [], changed: [], unchanged: [], gone: [], problems: read.problems }
}

const errors = (problems: { severity: string }[]) => problems.filter(({ severity }) => severity === 'error')

test('the list as an office keeps it is read: title above, no codes, phones that Excel made numbers', async () => {
  const { rows, problems } = await listOf([
    ...TITLE,
    HEADER,
    [1, 'Trường Mầm non Hoa Phượng', 'Nguyễn Thị Giang', 'Hiệu trưởng', 912345678, 'Khối trường học'],
    [2, 'Thôn Xuân Đám', 'Lê Văn Nhiên', 'Trưởng thôn', '0912 345 679', 'Khối thôn'],
  ])
  expect(errors(problems)).toEqual([])
  expect(rows).toMatchObject([
    {
      code: 'TMNHP',
      unitType: 'truong_hoc',
      blockCode: 'KTH',
      blockName: 'Khối trường học',
      headName: 'Nguyễn Thị Giang',
      phone: '0912345678',
    },
    { code: 'TXD', blockCode: 'KT', phone: '0912345679' },
  ])
})

test('columns may stand in any order, without tone marks, and one merged row names a block', async () => {
  const { rows, problems } = await listOf([
    ['Dien thoai', 'HO TEN', 'Don vi'],
    [{ text: 'I. Khối cơ quan', across: 3 }],
    ['0912345678', 'Trần Thị Hoa', 'Phòng Kinh tế'],
    [{ text: 'II. Khối thôn', across: 3 }],
    ['0912345679', 'Lê Văn Nhiên', 'Thôn Xuân Đám'],
  ])
  expect(errors(problems)).toEqual([])
  expect(rows.map(({ code, blockName }) => [code, blockName])).toEqual([
    ['PKT', 'Khối cơ quan'],
    ['TXD', 'Khối thôn'],
  ])
})

test.each([
  ['in the cell of its name', (name: string): SheetCell[] => [name, '', '', '']],
  ['merged over the others', (name: string): SheetCell[] => [{ text: name, across: 4 }]],
])('a block may stand in a row with a numeral before it, %s', async (_, cells) => {
  const { rows, problems } = await listOf([
    ['STT', 'Đơn vị', 'Họ và tên', 'Chức vụ', 'Điện thoại'],
    ['I', ...cells('KHỐI CƠ QUAN ĐẢNG')],
    [1, 'Văn phòng Đảng ủy', 'Phạm Văn An', 'Chánh Văn phòng', '0912345601'],
    [2, 'Trạm Y tế', '', '', ''],
    ['II', ...cells('KHỐI TRƯỜNG HỌC')],
    [1, 'Trường Mầm non Sao', 'Phạm Thị Cúc', 'Hiệu trưởng', '0912345603'],
  ])
  expect(errors(problems)).toEqual([])
  expect(rows.map(({ name, blockName }) => [name, blockName])).toEqual([
    ['Văn phòng Đảng ủy', 'KHỐI CƠ QUAN ĐẢNG'],
    ['Trạm Y tế', 'KHỐI CƠ QUAN ĐẢNG'],
    ['Trường Mầm non Sao', 'KHỐI TRƯỜNG HỌC'],
  ])
})

const SCHOOLS: SheetCell[][] = [
  [1, 'Trường Mầm non Hoa Phượng', 'Nguyễn Thị Giang', '', '0912345678', 'Khối trường'],
  [2, 'Trường Mầm non Hải Phong', 'Lê Thị Mai', '', '0912345679', 'Khối trường'],
]

test('two units that would get the same code get none: the list has to say, whatever its order', async () => {
  for (const rows of [SCHOOLS, SCHOOLS.toReversed()]) {
    const { problems } = await listOf([HEADER, ...rows])
    expect(errors(problems)).toMatchObject([
      { line: 2, kind: 'sameInitials', value: rows[0]?.[1] },
      { line: 3, kind: 'sameInitials', value: rows[1]?.[1] },
    ])
  }
})

test('a unit that stands twice is told as that, and not as one of the same initials', async () => {
  const { problems } = await listOf([HEADER, SCHOOLS[0]!, SCHOOLS[0]!])
  expect(errors(problems)).toMatchObject([
    { line: 2, kind: 'sameName', value: 'Trường Mầm non Hoa Phượng' },
    { line: 3, kind: 'sameName' },
  ])
})

test('units that are known keep their codes by their names, in any order', async () => {
  const withCodes = await listOf([
    ['Mã', ...HEADER],
    ...SCHOOLS.map((row, index) => [`MN0${index + 1}`, ...row]),
  ])
  const again = await listOf([HEADER, ...SCHOOLS.toReversed()], knowing(withCodes))
  expect(errors(again.problems)).toEqual([])
  expect(again).toMatchObject({ added: [], changed: [], gone: [] })
})

test('a unit of which only the name is known is not lost among the headings', async () => {
  const { rows, problems } = await listOf([HEADER, ['', 'Trạm Y tế', '', '', '', ''], ...SCHOOLS.slice(0, 1)])
  expect([...rows.map(({ name }) => name), ...problems.map(({ line }) => line)]).toContain(2)
})

test('a block that is spelt two ways is asked about, with the row as Excel numbers it', async () => {
  const { problems } = await listOf([
    HEADER,
    [1, 'Trường A', 'Nguyễn Thị Giang', '', '0912345678', 'Khối trường học'],
    [2, 'Trường B', 'Lê Thị Mai', '', '0912345679', 'Khối Trường Học'],
  ])
  expect(errors(problems)).toMatchObject([{ line: 3, field: 'blockName', value: 'Khối Trường Học' }])
})

test('a workbook without a list says what is missing; one that is none, that it is none', async () => {
  expect(
    (
      await listOf([
        ['Ngày', 'Việc'],
        ['1', '2'],
      ])
    ).problems,
  ).toMatchObject([{ problem: 'The header lacks "Tên đơn vị", "Họ và tên", "Khối".' }])
  const read = await readUnitSheet(Uint8Array.from([0x50, 0x4b, 1, 2, 3]))
  expect(read).toMatchObject({ problems: [{ severity: 'error' }] })
})
