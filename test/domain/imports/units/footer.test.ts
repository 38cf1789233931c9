/** The rows of an office's list that are no units: its sums and its signatures. */
import { expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { readUnitSheet } from '../../../../domain/imports/units/sheet.ts'
import { excelFile, type SheetCell } from '../plan-reading/excel-file.ts'
import { nothingKnown } from './unit-lists.ts'

const HEADER = 'STT,Đơn vị,Họ tên,Điện thoại,Khối'
const unit = (index: number) => `${index},Thôn ${index},Lê Văn Ba,09000000${10 + index},Khối thôn`
/** The lines that were told to be skipped. */
const skipped = ({ problems }: ReturnType<typeof readUnitList>) =>
  problems.filter(({ kind }) => kind === 'footer').map(({ line }) => line)
const mistakes = ({ problems }: ReturnType<typeof readUnitList>) =>
  problems.filter(({ severity }) => severity === 'error')
const read = (...lines: string[]) =>
  readUnitList(new TextEncoder().encode([HEADER, ...lines].join('\n')), nothingKnown)

test.each([
  'Tổng cộng,,,,',
  ',Cộng,2,,',
  ',TỔNG SỐ: 02 đơn vị,,,',
  'Cộng khối I,2,,,',
  'Người lập biểu,,,Chủ tịch,',
  ',,,TM. ỦY BAN NHÂN DÂN,',
  ',,,KT. CHỦ TỊCH,',
  ',,,"Đặc khu, ngày 5 tháng 3 năm 2026",',
  ',,,"(Ký, ghi rõ họ tên)",',
  'Ghi chú: số liệu đến tháng 3,,,,',
  '"Danh sách này có 02 đơn vị./.",,,,',
])('"%s" is skipped, and told', (footer) => {
  const list = read(unit(1), unit(2), footer)
  expect(list.rows).toHaveLength(2)
  expect([skipped(list), mistakes(list)]).toEqual([[4], []])
})

test('whoever signs below is no unit, however many rows further down', () => {
  const list = read(
    unit(1),
    'Tổng cộng,1,,,',
    'Người lập biểu,,,CHỦ TỊCH,',
    ',,,,',
    'Vũ Văn Tư,,,Lê Thị Sáu,',
  )
  expect(list.rows).toHaveLength(1)
  expect(skipped(list)).toEqual([3, 4, 6])
})

test('a unit with a phone is never skipped, however little is known of it', () => {
  const list = read(unit(1), 'Người lập biểu,,,,', ',Thôn Tây,,0900 000 012,')
  expect(skipped(list)).toEqual([3])
  expect(mistakes(list)).toMatchObject([{ line: 4, kind: 'noBlock' }])
})

test('units go on after the sum of a block, and after a note', () => {
  expect(read(unit(1), 'Cộng,1,,,', unit(2)).rows).toHaveLength(2)
  expect(read(unit(1), 'Ghi chú: như trên,,,,', unit(2)).rows).toHaveLength(2)
})

test.each(['Tổng công ty Điện lực', 'Công an', 'Công đoàn', 'Trường Cộng Hòa', 'Ban Ký kết'])(
  'the unit "%s" is no sum',
  (name) => {
    expect(read(`,${name},Lê Văn Ba,,Khối thôn`).rows).toMatchObject([{ name }])
  },
)

test('a sum over merged cells in Excel is no block', async () => {
  const rows: SheetCell[][] = [
    ['Đơn vị', 'Họ tên', 'Điện thoại'],
    [{ text: 'I. Khối thôn', across: 3 }],
    ['Thôn Đông', 'Lê Văn Ba', '0912345678'],
    [{ text: 'Tổng cộng', across: 3 }],
    ['Người lập biểu', '', 'Chủ tịch'],
    ['Vũ Văn Tư', '', 'Lê Thị Sáu'],
  ]
  const sheet = await readUnitSheet(await excelFile(rows))
  if ('problems' in sheet) throw new Error('unreadable')
  const list = readUnitList(sheet.records, nothingKnown)
  expect(list.rows.map(({ name, blockName }) => [name, blockName])).toEqual([['Thôn Đông', 'Khối thôn']])
  expect(skipped(list)).toEqual([4, 5, 6])
})

test('a header that is repeated on the next page, and a number without a unit, are no units', () => {
  const list = read(unit(1), HEADER, unit(2), '3,,,,')
  expect(list.rows).toHaveLength(2)
  expect([skipped(list), mistakes(list)]).toEqual([[], []])
})
