/** "duyệt": one screen with everything that waits for the office. */
import { expect, test } from 'vitest'
import { openOffice } from './deciding.ts'

const labels = (chat: { screen: { choices?: { label: string }[][] }[] }) =>
  chat.screen
    .at(-1)!
    .choices?.flat()
    .map(({ label }) => label)

test('nothing waits: a courteous sentence, and the call list to look at', async () => {
  const { ha } = await openOffice()
  await ha.types('/duyet')
  expect(ha.last()).toContain('Hiện không có hồ sơ, đề nghị hay tin nào chờ Phòng')
  expect(labels(ha)).toEqual(['Danh sách gọi'])
})

test('what waits is counted, each with a button; a number opens it', async () => {
  const { head, otherHead, ha } = await openOffice()
  await head.types('xin lùi hạn đến 15/1')
  await otherHead.types('xin lùi hạn đến 8/1')
  await otherHead.types('Phòng cho hỏi mẫu số 3 lấy ở đâu')
  await ha.types('duyet')
  expect(labels(ha)).toEqual(['Vướng mắc, lùi hạn: 2', 'Tin chờ đọc: 1', 'Danh sách gọi'])
  await ha.types('1')
  expect(ha.last()).toContain(
    '1. Trường Tiểu học số 1: “Báo cáo tổng kết năm 2026” (hạn 31/12), xin lùi đến 15/01.',
  )
  await ha.types('2')
  expect(ha.last()).toContain('Trường Tiểu học số 2 xin lùi hạn đến thứ Sáu, 08/01')
  await ha.presses('Đồng ý 08/01')
  await ha.presses('Đề nghị khác (1)')
  expect(ha.last()).toContain('Trường Tiểu học số 1 xin lùi hạn')
})
