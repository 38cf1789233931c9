/** A day at the office's desk: answers written down for a unit, the call list, and messages to be placed. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { test } from './everywhere.ts'

const REPORT = 'Báo cáo tổng kết năm 2026, phương hướng 2027'

/** How the yearly report stands for a unit. */
const status = async (db: Db, unit: string) =>
  (
    await db.execute(sql`select status, note, reported_by, reported_via, recorded_by
      from summary.status where unit_code = ${unit} and task_code = 'Q4-b'`)
  )[0]

test('what a unit says on the telephone is recorded with where it came from, and the unit sees it', async ({
  open,
}) => {
  const world = await open('2026-12-10 08:00')
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  office.types('/donvi hoa phuong')
  await office.waitFor('📋 Trường Mầm non Hoa Phượng (MN01)')
  office.types('1')
  await office.waitFor('đến nay thế nào')
  await office.answers('Đang làm')
  await office.waitFor('báo bằng cách nào')
  await office.answers('Qua điện thoại')
  await office.waitFor('gõ nội dung cần ghi kèm')
  office.types('Cô Giang báo đang in bản cuối')
  const unit = await office.waitFor('✅ Đã ghi nhận thay đơn vị')
  expect(unit.text).toContain(
    'Đ/c Nguyễn Thị Hương Giang báo qua điện thoại, 8h00 ngày 10/12, do đ/c Trần Thu Hà ghi.',
  )
  await head.waitFor(`Phòng đã ghi nhận qua điện thoại: “${REPORT}”: Đang làm`)
  expect(await status(db, 'MN01')).toMatchObject({
    status: 'in_progress',
    note: 'Cô Giang báo đang in bản cuối',
    reported_by: 'Nguyễn Thị Hương Giang',
    reported_via: 'phone',
    recorded_by: 'Trần Thu Hà',
  })
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  await head.answers('1. Khác')
  await head.waitFor('Tình trạng hiện nay: Đang làm.\nPhòng ghi nhận qua điện thoại.')
})

test('a silent unit stands on the call list with how often it was urged, and is called and ticked off', async ({
  open,
  buttons,
}) => {
  const world = await open('2026-12-10 08:00', ['MN01'])
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  head.types('việc 2, 3, 4, 5 xong rồi')
  await head.waitFor('Đã ghi nhận:')
  for (const day of ['2026-12-17', '2026-12-31', '2027-01-04', '2027-01-07']) {
    await world.goTo(`${day} 08:00`)
    await head.waitFor(REPORT)
  }
  await world.goTo('2027-01-11 08:00')
  await office.waitFor('Số liệu đến 8h00 ngày 11/01')
  office.types('danh sach goi')
  const calls = await office.waitFor('Cần gọi điện: 1 đơn vị')
  expect(calls.text).toMatch(
    /1\. Trường Mầm non Hoa Phượng\nNguyễn Thị Hương Giang, 0900 000 025\nĐã nhắc hết/,
  )
  expect(calls.text).toContain(`- ${REPORT} (hạn 31/12, đã nhắc 4 lần)`)
  if (!buttons) expect(calls.text).toContain('gõ số của đơn vị đó để ghi nhận')
  await office.answers('1. Đã gọi', calls)
  await office.waitFor('Đã ghi nhận cuộc gọi tới Trường Mầm non Hoa Phượng')
  expect(await db.execute(sql`select unit_code, called_by from summary.calls`)).toEqual([
    { unit_code: 'MN01', called_by: 'Trần Thu Hà' },
  ])

  await office.answers('Ghi nhận thay đơn vị')
  await office.waitFor(`“${REPORT}” của MN Hoa Phượng đến nay thế nào`)
})

test('what nobody could place is answered in the office’s name, or taken as the result of a task', async ({
  open,
}) => {
  const world = await open('2026-12-10 08:00')
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  head.types('Phòng cho hỏi mẫu báo cáo lấy ở đâu?')
  await head.waitFor('sẽ có cán bộ đọc')
  await world.goTo('2026-12-10 08:01')
  const question = await office.waitFor('“Phòng cho hỏi mẫu báo cáo lấy ở đâu?”')
  await office.answers('Trả lời', question)
  await office.waitFor('gõ câu trả lời gửi Nguyễn Thị Hương Giang')
  office.types('Mẫu ở phụ lục Kế hoạch 83.')
  await head.waitFor('Phòng trả lời tin đồng chí gửi ngày 10/12:\nMẫu ở phụ lục Kế hoạch 83.')

  head.types('Cô Lan cầm bản giấy lên Phòng sáng nay')
  await head.waitFor('cán bộ đọc')
  await world.goTo('2026-12-10 08:02')
  const result = await office.waitFor('“Cô Lan cầm bản giấy lên Phòng sáng nay”')
  await office.answers('Gán vào việc', result)
  await office.waitFor('kết quả của việc nào')
  await office.answers('Việc 1')
  await office.waitFor('ghi nhận tình trạng nào')
  await office.answers('Đã xong')
  await office.waitFor('Đã ghi nhận “')
  await head.waitFor(`đã ghi nhận tin của đồng chí vào việc “${REPORT}”: Đã xong`)
  expect(await status(db, 'MN01')).toMatchObject({
    status: 'done',
    note: 'Cô Lan cầm bản giấy lên Phòng sáng nay',
    reported_by: 'Nguyễn Thị Hương Giang',
    recorded_by: 'Trần Thu Hà',
  })
  const notes = await db.execute(sql`select outcome, handled_by, task_code from summary.office_inbox`)
  expect(notes).toEqual([
    { outcome: 'answered', handled_by: 'Trần Thu Hà', task_code: null },
    { outcome: 'assigned', handled_by: 'Trần Thu Hà', task_code: 'Q4-b' },
  ])
})
