// A table of tasks: its heading in one row or two, and rows that are headings of those below them.
import { expect, test } from 'vitest'
import { columnsOf } from '../../../../domain/imports/plan-reading/table-columns.ts'
import { tableItems } from '../../../../domain/imports/plan-reading/table-items.ts'

function read(...rows: string[][]) {
  const columns = columnsOf(rows)
  if (!columns) throw new Error('no heading')
  const below = rows.map((cells, index) => ({ line: index + 1, cells })).slice(columns.from)
  return tableItems(below, columns, { path: 'PL', headings: [], period: null })
}

const HEAD = ['STT', 'Nội dung công việc', 'Đơn vị thực hiện', 'Đơn vị thực hiện', 'Thời gian']
const SECOND = ['STT', 'Nội dung công việc', 'Chủ trì', 'Phối hợp', 'Thời gian']

test('under a heading of two rows both columns of who acts are read', () => {
  const { items } = read(HEAD, SECOND, ['1', 'Ký giao ước', 'Các khối thi đua', 'Các trường học', 'Quý I'])
  expect(items).toMatchObject([
    { clause: 'PL.1', lead: 'Các khối thi đua', support: 'Các trường học', time: 'Quý I' },
  ])
})

test('a text over all of a row beside its number is the heading of the rows below', () => {
  const group = (number: string, text: string) => [number, text, text, text, text]
  const task = (number: string, text: string) => [number, text, 'Phòng A', '', 'Quý I']
  const { items, unread } = read(
    ...[HEAD, SECOND, group('I', 'Công tác chỉ đạo'), task('1', 'Ban hành'), task('2', 'Kiểm tra')],
    ...[group('II', 'Phong trào'), task('1', 'Phát động'), group('III', 'Việc khác')],
  )
  expect(items.map(({ clause, headings }) => [clause, ...headings])).toEqual([
    ['PL.I.1', 'Công tác chỉ đạo'],
    ['PL.I.2', 'Công tác chỉ đạo'],
    ['PL.II.1', 'Phong trào'],
  ])
  expect(unread).toEqual([{ line: 8, text: 'Việc khác' }])
})
