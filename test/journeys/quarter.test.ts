/** A quarter as a unit head lives it: reminded, two taps, corrected, photographed, and left in peace. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { jpeg } from '../sample-files.ts'
import { test } from './everywhere.ts'

const statusOf = async (db: Db, unit: string, task: string) => {
  const [row] = await db.execute(sql`
    select status, percent, note, reported_by, reported_via, evidence_count, times_reminded, overdue
    from summary.status where unit_code = ${unit} and task_code = ${task} and quarter = 4`)
  return row
}

test('the quarter opens with one message, and one tap says that it was seen', async ({ open }) => {
  const world = await open('2026-09-25 08:00')
  const head = await world.joined('MN01', 'Giang')
  await world.goTo('2026-10-01 08:00')
  const opening = await head.waitFor('Quý IV năm 2026')
  expect(opening.text).toContain('83/KH-UBND')
  await head.answers('Đã nhận')
  await head.waitFor('cảm ơn')
  const [row] = await world.db.execute(sql`
    select acknowledged_at is not null as seen from summary.deliveries where kind = 'reminder' and unit_code = 'MN01'`)
  expect(row).toEqual({ seen: true })
})

test('one tap under a reminder records the task and shows it there; "Sửa lại" corrects and keeps both', async ({
  open,
  channel,
}) => {
  const world = await open('2026-12-10 08:00')
  const head = await world.joined('MN01', 'Giang')
  await world.goTo('2026-12-17 08:00')
  const reminder = await head.waitFor('Còn 14 ngày')
  await head.answers('1. Đã xong', reminder)
  await head.waitFor('ghi nhận')
  expect(await statusOf(world.db, 'MN01', 'Q4-b')).toMatchObject({
    status: 'done',
    reported_by: 'Nguyễn Thị Hương Giang',
    reported_via: channel,
    times_reminded: 1,
  })
  await head.answers('Sửa lại')
  await head.waitFor('đến nay thế nào')
  await head.answers('Đang làm')
  await head.waitFor('đang làm')
  expect(await statusOf(world.db, 'MN01', 'Q4-b')).toMatchObject({ status: 'in_progress' })
  const history = await world.db.execute(sql`select status from summary.reports order by report_id`)
  expect(history.map((row) => row.status)).toEqual(['done', 'in_progress'])
})

test('what is done is never urged again; what is late is urged thrice and then left to the telephone', async ({
  open,
}) => {
  const world = await open('2026-12-10 08:00')
  const head = await world.joined('CB03', 'Nhiên')
  await world.goTo('2026-12-17 08:00')
  await head.waitFor('Còn 14 ngày')
  await head.answers('Tất cả đã xong')
  await head.waitFor('đúng không')
  await head.answers('Đúng')
  await head.waitFor('báo xong đủ')
  for (const day of ['2026-12-24', '2026-12-28', '2026-12-30', '2026-12-31', '2027-01-04']) {
    await world.goTo(`${day} 08:00`)
  }
  await head.waitForQuiet(300)
  const [sent] = await world.db.execute(sql`
    select count(*)::int as n from summary.deliveries where kind = 'reminder' and unit_code = 'CB03' and state = 'sent'`)
  expect(sent).toEqual({ n: 1 })
})

test('a number, words with tone marks and words without are the same answer', async ({ open }) => {
  const world = await open('2026-12-10 08:00')
  const head = await world.joined('MN02', 'Lan')
  await world.goTo('2026-12-17 08:00')
  await head.waitFor('Còn 14 ngày')
  head.types('1')
  await head.waitFor('đến nay thế nào')
  head.types('2')
  await head.waitFor('đang làm')
  expect(await statusOf(world.db, 'MN02', 'Q4-b')).toMatchObject({ status: 'in_progress' })
  head.types('viec 2 xong roi, viec 3 dang lam')
  await head.waitFor('Đã ghi nhận:')
  expect(await statusOf(world.db, 'MN02', 'Q4-c')).toMatchObject({ status: 'done' })
  expect(await statusOf(world.db, 'MN02', 'CN-a')).toMatchObject({ status: 'in_progress' })
})

test('"ok" is not done, and what the bot cannot place is kept for a colleague', async ({ open }) => {
  const world = await open('2026-12-10 08:00')
  const head = await world.joined('MN03', 'Thúy')
  await world.goTo('2026-12-17 08:00')
  await head.waitFor('Còn 14 ngày')
  head.types('ok')
  await head.waitFor('đã biết đồng chí nhận được tin')
  head.types('Mẫu báo cáo lấy ở đâu vậy phòng ơi?')
  await head.waitFor('sẽ có cán bộ đọc')
  const notes = await world.db.execute(sql`select unit_code, text from summary.office_inbox`)
  expect([...notes]).toEqual([{ unit_code: 'MN03', text: 'Mẫu báo cáo lấy ở đâu vậy phòng ơi?' }])
  const [row] = await world.db.execute(sql`select count(*)::int as n from reports`)
  expect(row).toEqual({ n: 0 })
})

test('photos after "done" are evidence; an album is one acknowledgement, out of the blue it asks which task', async ({
  open,
}) => {
  const world = await open('2026-12-10 08:00')
  const head = await world.joined('MN04', 'Hạnh')
  await world.goTo('2026-12-17 08:00')
  await head.waitFor('Còn 14 ngày')
  await head.answers('2. Đã xong')
  await head.waitFor('ghi nhận')
  head.sendsAlbum([jpeg(8, 6), jpeg(9, 6), jpeg(10, 6)], 'Hội nghị tổng kết')
  await head.waitFor('Đã nhận 3 tệp', 8_000)
  await expect.poll(async () => (await statusOf(world.db, 'MN04', 'Q4-c'))?.evidence_count).toBe(3)
  const other = await world.joined('MN05', 'Thủy')
  other.sendsPhoto(jpeg(20, 10))
  await other.waitFor('gửi cho việc nào')
  await other.answers('Việc 1')
  await other.waitFor('Đã nhận 1 tệp')
  await expect.poll(async () => (await statusOf(world.db, 'MN05', 'Q4-b'))?.evidence_count).toBe(1)
})

test('a difficulty rests the reminders for some working days, with its kind and one line', async ({
  open,
}) => {
  const world = await open('2026-12-10 08:00')
  const head = await world.joined('TH01', 'Tâm')
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  await head.answers('1. Khác')
  await head.waitFor('đến nay thế nào')
  await head.answers('Có vướng mắc')
  await head.waitFor('thuộc loại nào')
  await head.answers('Kinh phí')
  await head.waitFor('nêu ngắn gọn')
  head.types('Chưa có kinh phí tổ chức hội nghị')
  await head.waitFor('tạm dừng nhắc việc này')
  expect(await statusOf(world.db, 'TH01', 'Q4-b')).toMatchObject({
    status: 'blocked',
    note: 'Chưa có kinh phí tổ chức hội nghị',
  })
})
