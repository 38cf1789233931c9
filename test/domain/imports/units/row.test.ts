/** What offices write into the cells of a head: forms of address, vacant posts, several numbers. */
import { expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { nothingKnown } from './unit-lists.ts'

const listOf = (head: string, phone = '0912 345 678') =>
  readUnitList(
    new TextEncoder().encode(`Đơn vị;Họ tên;Điện thoại;Khối\nThôn Đông;${head};${phone};Khối thôn`),
    nothingKnown,
  )
const kinds = ({ problems }: ReturnType<typeof listOf>) => problems.map(({ kind }) => kind)

test.each([
  ['Bà Lê Thị Cúc', 'Lê Thị Cúc'],
  ['Ông Lê Văn Ba', 'Lê Văn Ba'],
  ['Đồng chí Lê Ba', 'Lê Ba'],
  ['đ/c: Lê Ba', 'Lê Ba'],
  ['Ông Ích Khiêm', 'Ông Ích Khiêm'],
  ['Bá Văn Tư', 'Bá Văn Tư'],
])('"%s" is the name %s', (written, name) => {
  expect(listOf(written).rows).toMatchObject([{ headName: name }])
})

test.each(['Khuyết', '(chưa có)', 'Đang khuyết thủ trưởng', 'Chưa bổ nhiệm', '-', 'trống'])(
  '"%s" says that the post is vacant',
  (written) => {
    const list = listOf(written)
    expect(list.rows).toMatchObject([{ headName: '', phone: null }])
    expect(kinds(list)).toContain('noHead')
  },
)

test.each([
  ['02253 888 101 / 0912 345 678', '0912345678'],
  ['0912345678, 0987654321', '0912345678'],
  ['0912345678 0987654321', '0912345678'],
  ['ĐT: 02253888101 hoặc 02253888102', '02253888101'],
])('of the numbers "%s" the first mobile is read, and told', (written, phone) => {
  const list = listOf('Lê Văn Ba', written)
  expect(list.rows).toMatchObject([{ phone }])
  expect(kinds(list)).toEqual(['noType', 'twoPhones'])
})

test.each(['ĐT: 0912345678', '0912 345 678 (Zalo)', 'SĐT. 0912.345.678'])('"%s" is one number', (written) => {
  const list = listOf('Lê Văn Ba', written)
  expect([list.rows[0]?.phone, kinds(list)]).toEqual(['0912345678', ['noType']])
})

test.each(['0912345678, 113', '0900 000 1O8', '3888.101'])(
  '"%s" is no number, in part or whole',
  (written) => {
    expect(kinds(listOf('Lê Văn Ba', written))).toContain('badPhone')
  },
)
