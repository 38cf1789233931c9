/** Wishes for a later date, as unit heads write them. */
import { expect, test } from 'vitest'
import { readWish, readWishedDay } from '../../../domain/replies/extension-wish.ts'
import { date } from '../vietnam.ts'

const today = date('2026-12-17')
const read = (text: string) => {
  const wish = readWish(text, today)
  return (
    wish && [wish.on?.toString() ?? wish.days ?? 'when?', wish.saysMore ? 'and more' : ''].join(' ').trim()
  )
}

test.each([
  ['xin lùi hạn', 'when?'],
  ['xin lui han', 'when?'],
  ['Xin gia hạn ạ', 'when?'],
  ['lùi đến 15/1', '2027-01-15'],
  ['lui den 15/1', '2027-01-15'],
  ['xin lùi hạn việc 2 đến 15/1', '2027-01-15'],
  ['xin lùi hạn từ 31/12 sang 15/1', '2027-01-15'],
  ['đề nghị lùi thời hạn báo cáo tổng kết đến ngày 10/1/2027 ạ', '2027-01-10'],
  ['xin lùi hạn đến 15/1 được không ạ?', '2027-01-15'],
  ['xin nộp muộn 3 ngày', '3'],
  ['xin lùi hạn 2 tuần', '14'],
  ['cho đơn vị xin lùi sang tuần sau nhé', 'when?'],
  ['Xin gia hạn thêm 1 tuần vì cán bộ phụ trách đang nằm viện', '7 and more'],
  ['Đề nghị Phòng lùi hạn cho, trường đang có dịch phải nghỉ học', 'when? and more'],
])('“%s” wishes: %s', (text, wish) => {
  expect(read(text)).toBe(wish)
})

test.each([
  'không xin lùi hạn',
  'đã được gia hạn rồi mà',
  'có được lùi hạn không',
  'hội nghị lùi sang tháng 1',
  'đã xong',
])('“%s” is no wish', (text) => {
  expect(read(text)).toBe(null)
})

test('a day that has just passed is read as such, and not as next year’s', () => {
  expect(String(readWishedDay('10/12', today))).toBe('2026-12-10')
  expect(String(readWishedDay('15/1', today))).toBe('2027-01-15')
  expect(String(readWishedDay('thứ 6', today))).toBe('2026-12-18')
  expect(readWishedDay('để xem đã', today)).toBe(null)
})
