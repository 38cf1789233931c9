// What a plan says of itself: its number, its title and which year it plans.
import { expect, test } from 'vitest'
import { planHeader } from '../../../../domain/imports/plan-reading/plan-header.ts'

const opening = (...texts: string[]) => texts.map((text, index) => ({ line: index + 1, text }))
const titled = (title: string, reasons = 'Căn cứ Luật, Ủy ban nhân dân xã ban hành kế hoạch như sau:') =>
  planHeader(opening('Số: 5/KH-UBND', 'Ngày 05 tháng 01 năm 2026', 'KẾ HOẠCH', title, reasons))

test('a title may begin with "Thực hiện", and the reasons after it are no part of it', () => {
  expect(titled('Thực hiện công tác cải cách hành chính năm 2026').title).toBe(
    'Thực hiện công tác cải cách hành chính năm 2026',
  )
  const reasons = 'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026, Ủy ban nhân dân xã ban hành kế hoạch.'
  expect(titled('Thực hiện Chương trình số hóa năm 2026', reasons).title).toBe(
    'Thực hiện Chương trình số hóa năm 2026',
  )
  expect(titled(`Thực hiện Chương trình số hóa năm 2026 ${reasons}`).title).toBe(
    'Thực hiện Chương trình số hóa năm 2026',
  )
  expect(titled(reasons).title).toBeNull()
})

test.each([
  ['Công tác dân số năm 2027', 2027, null],
  ['Xây dựng nông thôn mới giai đoạn 2026 - 2030', 2026, '2026 - 2030'],
  ['Giảm nghèo từ năm 2025 đến năm 2030', 2026, '2025 đến năm 2030'],
  ['Giảm nghèo giai đoạn 2027 - 2030', 2027, '2027 - 2030'],
  ['Giảm nghèo năm 2026, giai đoạn 2026 - 2030', 2026, null],
  ['Công tác thi đua năm học 2025 - 2026', 2026, null],
  ['Công tác thi đua năm học 2026 - 2027', 2027, null],
  ['Công tác dân số', 2026, null],
])('%s is a plan for %i', (title, year, severalYears) => {
  expect(titled(title)).toMatchObject({ year, severalYears })
})

test.each([
  ['Số: 83/KH-UBND', '83/KH-UBND'],
  ['Số 18-KH/ĐU', '18-KH/ĐU'],
  ['Số: 09 /KH - VHXH', '09/KH-VHXH'],
])('%s is the number %s', (written, number) => {
  expect(planHeader(opening(written)).number).toBe(number)
})
