/** The office's papers over the tests' Telegram: its plan goes in as a Word file, its report comes out as one. */
import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import { wordPlan } from '../domain/imports/plan-reading/sample-plans.ts'
import { test } from './everywhere.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The words of a Word file, tags taken out. */
const wordsOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', ' ')

test('the report of a quarter comes as a Word file, with the figures of that moment', async ({ open }) => {
  const world = await open('2026-12-17 08:00', ['MN01', 'MN02'])
  const giang = await world.joined('MN01', 'Giang')
  const hoa = await world.joinedStaff('Trần Thị Hoa', 'office')
  giang.types('báo cáo tổng kết xong rồi')
  await giang.waitFor('Đã ghi nhận')
  hoa.types('/tonghop quý 4')
  await hoa.waitFor('đang lập báo cáo quý IV năm 2026')
  await hoa.waitFor('Báo cáo quý IV năm 2026: tệp Word')
  const [file] = await hoa.files()
  expect(file).toMatchObject({ kind: 'document' })
  const words = wordsOf(file?.bytes ?? new Uint8Array())
  expect(words).toContain('Kết quả thực hiện nhiệm vụ công tác thi đua, khen thưởng quý IV năm 2026')
  const [task] = await world.db.execute<{ asked: number; done: number }>(sql`
    select count(*)::int as asked, count(*) filter (where status = 'done')::int as done
    from summary.status where year = 2026 and quarter = 4 and task_code = 'Q4-b'`)
  expect(task).toEqual({ asked: 2, done: 1 })
  expect(words).toContain('(mục II.4.b): giao 2 đơn vị; đã hoàn thành 1 (đạt 50%)')
})

test('a plan in Word that the office knows changes nothing, and the office sees so first', async ({
  open,
  takesDocuments,
}) => {
  const world = await open('2026-12-17 08:00', ['MN01'])
  const hoa = await world.joinedStaff('Trần Thị Hoa', 'office')
  hoa.types('nạp kế hoạch')
  if (!takesDocuments) {
    await hoa.waitFor('không chuyển được tệp')
    hoa.sendsDocument(await wordPlan.bytes(), 'Kế hoạch 83.docx', WORD)
    await hoa.waitFor('Chưa nhận được loại tin này')
    return
  }
  await hoa.waitFor('gửi giúp tệp kế hoạch')
  hoa.sendsDocument(await wordPlan.bytes(), 'Kế hoạch 83.docx', WORD)
  await hoa.waitFor('đang đọc')
  const preview = await hoa.waitFor('Kế hoạch số 83/KH-UBND')
  expect(preview.text).toContain('Kế hoạch này đã nạp rồi; tệp không có gì mới.')
  await hoa.answers('Nạp')
  await hoa.waitFor('Đã nạp kế hoạch số 83/KH-UBND: thêm 0 việc, đổi 0, bỏ 0')
})
