/** The office lets reminders rest for a storm: for whom, until when, and whether due dates move. */
import { eq, like, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { contacts, outbox } from '../../../db/schema/index.ts'
import { pausesOf, stormyOffice } from './pausing.ts'

const duesOf = async (db: Db) =>
  (await db.execute(sql`select due_on::text from summary.status order by unit_code`)).map(
    ({ due_on }) => due_on,
  )

const told = (db: Db) => db.select().from(outbox).where(like(outbox.key, 'pause:%'))

test('all units rest with four taps, nothing is due meanwhile, and each head hears it once', async () => {
  const { db, head, otherHead, ha } = await stormyOffice()
  await ha.types('hoan vi bao')
  expect(ha.last()).toContain('Tạm hoãn nhắc việc vì bão. Sẽ nhắc lại từ ngày nào?')
  await ha.presses('thứ Hai, 21/12')
  await ha.presses('Tất cả đơn vị')
  expect(ha.last()).toContain('- 2 đơn vị: TH số 1, TH số 2.')
  expect(ha.last()).toContain('Không có việc nào đến hạn')
  expect(ha.last()).toContain('các đơn vị trên đều nhận được tin')
  await ha.presses('Hoãn và báo đơn vị')
  expect(ha.screen).toHaveLength(1)
  expect(ha.last()).toContain('✅ Đã hoãn nhắc 2 đơn vị, nhắc lại từ thứ Hai, 21/12. Đang gửi tin báo tới 2')
  expect(await pausesOf(db)).toMatchObject([
    { unit_code: 'U01', from_day: '2026-12-17', until_day: '2026-12-21', reason: 'bão', due_moved_to: null },
    { unit_code: 'U02', made_by: 'Trần Thu Hà', ended: false },
  ])
  for (const chat of [head, otherHead]) {
    await chat.receives()
    expect(chat.last()).toContain(
      'tạm hoãn nhắc việc vì bão, sẽ nhắc lại từ thứ Hai, 21/12. Hạn các việc giữ',
    )
    expect(chat.last()).toContain('đơn vị vẫn báo cáo được')
  }
  const [entry] = await db.execute(sql`select action, done_by, facts from summary.audit`)
  expect(entry).toMatchObject({ action: 'pause.made', facts: { units: 2, until: '2026-12-21', told: 2 } })
})

test('some blocks rest until a day that is typed; what falls due meanwhile moves because the office says so', async () => {
  const { db, head, otherHead, ha } = await stormyOffice()
  await ha.types('hoãn vì bão số 9')
  await ha.types('4/1')
  await ha.presses('☐ Khối trường học')
  await ha.presses('☐ Khối y tế')
  await ha.presses('☑ Khối y tế')
  await ha.presses('Đủ rồi')
  expect(ha.last()).toContain('có 1 việc của 1 đơn vị đến hạn')
  await ha.types('30/12')
  expect(ha.last()).toContain('còn trong thời gian hoãn')
  await ha.types('8/1')
  expect(ha.last()).toContain('dời đến thứ Sáu, 08/01')
  expect(await duesOf(db)).toEqual(['2026-12-31', '2026-12-31'])
  await ha.presses('Hoãn và báo đơn vị')
  expect(await duesOf(db)).toEqual(['2027-01-08', '2026-12-31'])
  expect(await pausesOf(db)).toMatchObject([
    { unit_code: 'U01', until_day: '2027-01-04', reason: 'bão số 9', due_moved_to: '2027-01-08' },
  ])
  await head.receives()
  expect(head.last()).toContain('được dời đến thứ Sáu, 08/01')
  expect(await otherHead.receives()).toEqual([])
})

test('due dates stay unless the office moves them, and nobody is told unless it wants so', async () => {
  const { db, ha } = await stormyOffice()
  await ha.types('hoãn')
  await ha.types('ngày 5/1')
  await ha.types('so 2')
  expect(ha.last()).toContain('Đã chọn 1 đơn vị: TH số 2.')
  await ha.presses('Đủ rồi')
  await ha.presses('Giữ nguyên hạn')
  await ha.presses('Chỉ hoãn')
  expect(await duesOf(db)).toEqual(['2026-12-31', '2026-12-31'])
  expect(await pausesOf(db)).toMatchObject([{ unit_code: 'U02', reason: null, due_moved_to: null }])
  expect(await told(db)).toEqual([])
})

test('the office sees beforehand whom no message will reach', async () => {
  const { db, unit, ha } = await stormyOffice()
  await db.update(contacts).set({ state: 'unreachable' }).where(eq(contacts.personId, unit.head.id))
  await ha.types('hoãn vì bão')
  await ha.types('1')
  await ha.presses('Tất cả đơn vị')
  expect(ha.last()).toContain('1 đơn vị nhận được tin, 1 đơn vị chưa nhận được')
  await ha.presses('Hoãn và báo đơn vị')
  expect(await told(db)).toHaveLength(1)
})

test('a task that is done keeps its due date', async () => {
  const { db, head, ha } = await stormyOffice()
  await head.types('xong rồi')
  await ha.types('hoãn')
  await ha.types('5/1')
  await ha.presses('Tất cả đơn vị')
  await ha.presses('Dời đến')
  await ha.presses('Chỉ hoãn')
  expect(await duesOf(db)).toEqual(['2026-12-31', '2027-01-07'])
})

test('units that several fit are chosen with a button; unknown ones are asked again', async () => {
  const { ha } = await stormyOffice()
  await ha.types('tạm hoãn')
  await ha.presses('thứ Năm, 24/12')
  await ha.types('tieu hoc, hoa sen')
  expect(ha.last()).toContain('Chưa rõ đơn vị “hoa sen”, “tieu hoc”')
  await ha.presses('U01 TH số 1')
  expect(ha.last()).toContain('Đã chọn 1 đơn vị: TH số 1.')
  await ha.presses('Chọn lại')
  expect(ha.last()).not.toContain('Đã chọn')
})

test('days that cannot be are refused in words, and the question stays', async () => {
  const { ha } = await stormyOffice()
  await ha.types('hoãn nhắc')
  for (const [typed, answer] of [
    ['17/12', 'không sau hôm nay'],
    ['1/12', 'không sau hôm nay'],
    ['30/3', 'xa quá 60 ngày'],
    ['khi nào bão tan', 'chưa đọc được ngày'],
  ] as const) {
    await ha.types(typed)
    expect(ha.last()).toContain(answer)
  }
  await ha.types('21/12')
  expect(ha.last()).toContain('Hoãn nhắc đến 21/12 cho đơn vị nào?')
})

test('"Hủy" below the preview makes no pause, and what is typed next is no answer to it', async () => {
  const { db, ha } = await stormyOffice()
  for (const leaves of [() => ha.presses('Hủy'), () => ha.types('3'), () => ha.types('huy')]) {
    await ha.types('hoan vi bao')
    await ha.presses('thứ Năm, 24/12')
    await ha.presses('Tất cả đơn vị')
    await leaves()
    expect(ha.last()).toContain('chưa hoãn gì')
    await ha.types('1')
  }
  expect(await pausesOf(db)).toEqual([])
})

test('"hủy" in the middle leaves nothing behind, and an old button begins anew', async () => {
  const { db, ha } = await stormyOffice()
  await ha.types('hoãn')
  await ha.presses('thứ Năm, 24/12')
  await ha.presses('Tất cả đơn vị')
  await ha.types('hủy')
  expect(ha.last()).toContain('chưa hoãn gì')
  await ha.presses('Chỉ hoãn')
  expect(ha.screen[0]?.text).toContain('Sẽ nhắc lại từ ngày nào?')
  expect(await pausesOf(db)).toEqual([])
})
