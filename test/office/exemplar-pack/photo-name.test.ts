/** Names of pictures that leave the office. */
import { expect, test } from 'vitest'
import { photoName } from '../../../office/exemplar-pack/photo-name.ts'

const name = (unit: string, who: string) => photoName({ period: '2026-Q4', unit, who, n: 1 }, 'jpg')

test.each([
  ['Trường THCS Cát Bà', 'Nguyễn Văn B', '2026-Q4_TruongTHCS-CatBa_NguyenVanB_1.jpg'],
  ['Thôn Đôn Lương', 'Đỗ Thị Ước', '2026-Q4_ThonDonLuong_DoThiUoc_1.jpg'],
  ['../..', '=cmd|\u0000', '2026-Q4_x_Cmd_1.jpg'],
  ['UBND', 'Lê 🌸', '2026-Q4_UBND_Le_1.jpg'],
])('%s, %s', (unit, who, expected) => {
  expect(name(unit, who)).toBe(expected)
})

test('the longest names make a name that every computer takes', () => {
  expect(name('Ủy ban '.repeat(60), 'Nguyễn '.repeat(60)).length).toBeLessThan(200)
})
