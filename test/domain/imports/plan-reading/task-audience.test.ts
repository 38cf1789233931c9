// Whom a task concerns: the groups that are named, and no others whose names look alike.
import { expect, test } from 'vitest'
import { taskAudience } from '../../../../domain/imports/plan-reading/task-audience.ts'

const audience = (text: string, scanned = false) =>
  taskAudience({ text, actors: '', office: 'Phòng Văn hóa - Xã hội', scanned }).audience.join(' ')

test.each([
  ['Các trường học tổ chức ngoại khóa.', 'schools'],
  ['Kiểm tra các trường trên địa bàn.', 'schools'],
  ['CÁC KHỐI THI ĐUA tổng kết.', 'blocks'],
  ['Các trưởng khối báo cáo.', 'blocks'],
  ['Các cơ quan,  đơn vị đăng ký.', 'all_units'],
  ['Thường trực Đảng uỷ làm việc.', 'leaders'],
  ['Phòng Văn hoá - Xã hội tổng hợp.', 'office'],
])('%s concerns %s', (text, group) => {
  expect(audience(text)).toBe(group)
  expect(audience(text.normalize('NFD'))).toBe(group)
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd')
  expect(audience(bare)).toBe(group)
  expect(audience(bare, true)).toBe(group)
})

test.each([
  'Xử lý nghiêm các trường hợp vi phạm.',
  'Các trưởng thôn vận động nhân dân tham gia.',
  'Cải thiện môi trường học tập.',
  'Bảo vệ môi trường, học tập và làm theo Bác.',
  'Tổ chức Đại hội thi đua yêu nước.',
  'Tổ chức hội thi đua tài.',
])('nobody is named who is asked: %s', (text) => {
  expect(audience(text)).toBe('office')
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd')
  expect(audience(bare)).toBe('office')
  expect(audience(bare, true)).toBe('office')
})

test('only in a scan may letters be damaged', () => {
  expect(audience('Cac khdi thi dua so két.', true)).toBe('blocks')
  expect(audience('Cac khdi thi dua so két.')).toBe('office')
})

test('a text of half a million letters is read without harm', () => {
  expect(audience('lam viec voi cac truong hoc va '.repeat(16_000), true)).toBe('schools')
  expect(audience('lam viec va hop '.repeat(30_000), true)).toBe('office')
})
