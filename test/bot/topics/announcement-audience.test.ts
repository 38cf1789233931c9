/** Whom an announcement of the chat is for, and what its writer hears of that before it goes out. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addPerson } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { announcing, compose, figures, look } from './announcing.ts'

test('who has not joined and who cannot be reached is said by name before anything is sent', async () => {
  const { db, office, units } = await announcing({ units: 4 })
  await db.execute(sql`update contacts set state = 'unreachable' where id = ${units[1]!.head.contactId}`)
  await db.execute(sql`delete from contacts where id = ${units[2]!.head.contactId}`)
  await compose(office)
  expect(office.last()).toContain('Sẽ gửi tới 2 đơn vị')
  expect(office.last()).toContain('1 đơn vị chưa đăng ký nên không nhận được: TH số 3')
  expect(office.last()).toContain('1 đơn vị hiện không liên lạc được: TH số 2')
  await office.presses('Gửi 2 đơn vị')
  expect(await figures(db)).toMatchObject({ recipients: 4, failed: 2, waiting: 2 })
})

test('one that reaches nobody cannot be sent', async () => {
  const { office } = await announcing({ joined: false })
  await compose(office)
  expect(office.last()).toContain('Hiện không gửi được tới đơn vị nào')
  expect(
    office.screen
      .at(-1)
      ?.choices?.flat()
      .map(({ label }) => label),
  ).toEqual(['Hẹn giờ', 'Sửa', '☐ 🔴 Khẩn', 'Hủy bản nháp'])
})

test('units are chosen by codes and parts of names; what is not clear is asked, what is not there is said', async () => {
  const { db, office } = await announcing({ units: 12 })
  await compose(office)
  await office.presses('Sửa')
  await office.presses('Nơi nhận')
  await office.presses('Theo đơn vị')
  await office.types('u03, so 12, MN99')
  expect(office.last()).toContain('Đã chọn 2 đơn vị: TH số 3, TH số 12.')
  expect(office.last()).toContain('Không tìm thấy: “MN99”.')
  await office.types('tieu hoc')
  expect(office.last()).toContain('“tieu hoc” có ở nhiều đơn vị')
  await office.presses('TH số 5')
  await office.presses('Xong')
  expect(office.last()).toContain('Sẽ gửi tới 3 đơn vị (TH số 3, TH số 5, TH số 12)')
  await office.presses('Gửi 3 đơn vị')
  expect(await figures(db)).toMatchObject({ recipients: 3 })
})

test('it goes to those who have not answered a task, from the task’s own button too', async () => {
  const { office, head } = await announcing()
  await head(0).types('việc')
  await head(0).presses('Đang làm')
  await office.pressesValue('announcement.to:0:Q4-b')
  await office.types('Nhắc báo cáo')
  await office.types('Đề nghị báo cáo.')
  await office.types('bỏ qua')
  expect(office.last()).toContain('Sẽ gửi tới 2 đơn vị (chưa trả lời việc Q4-b)')
  await office.presses('Sửa')
  await office.presses('Nơi nhận')
  await office.presses('Chưa trả lời việc')
  expect(office.screen.at(-1)?.choices?.[0]?.[0]?.label).toBe('Q4-b (2): Báo cáo tổng kết năm 2026')
})

test('a person who heads two units gets one message, and it counts and is confirmed for both', async () => {
  const { db, office, clock } = await announcing({ units: 2, joined: false })
  const both = await db.execute<{ id: number }>(sql`select id::int from units order by code`)
  const deputy = await addPerson(db, {
    unitIds: both.map(({ id }) => id),
    name: 'Đỗ Văn Hai',
    role: 'deputy',
  })
  const chat = openChat(db, deputy, clock)
  await compose(office)
  await office.presses('Gửi 2 đơn vị')
  expect(await chat.receives()).toHaveLength(1)
  await look(db, clock())
  expect(await figures(db)).toMatchObject({ recipients: 2, sent: 2, failed: 0 })
  await chat.presses('Đã nhận')
  expect(await figures(db)).toMatchObject({ acknowledged: 2 })
})
