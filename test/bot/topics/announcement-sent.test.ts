/** What the office does with an announcement that is on its way or has arrived, and what the units see of it. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sendAnnouncements } from '../../../jobs/announcements/send-announcements.ts'
import { addContact, addStaff } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { announcing, compose, figures, labels, look } from './announcing.ts'

test('the rest is stopped: who has it keeps it, nobody else gets it, and the figures say so', async () => {
  const { db, office, head, clock } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await head(0).receives()
  await office.presses('Dừng gửi phần còn lại')
  expect(await head(1).receives()).toEqual([])
  expect(office.last()).toContain(
    'đã dừng. Đã gửi 1/3, 2 không tới:\n• TH số 2, TH số 3: chưa gửi vì đã dừng',
  )
  await look(db, clock())
  expect(labels(office)).toEqual(['Gửi lại', 'Sửa', 'Thu hồi'])
  expect(await figures(db)).toMatchObject({ sent: 1, cancelled: 2 })

  await office.presses('Gửi lại')
  expect(await head(0).receives()).toEqual([])
  expect(await head(1).receives()).toHaveLength(1)
  expect(await head(2).receives()).toHaveLength(1)
  await look(db, clock())
  await office.receives()
  expect(office.last()).toContain('đã gửi đủ 3 đơn vị')
})

test('a second colleague who stops it hears who did and when', async () => {
  const { db, office, clock } = await announcing()
  const colleague = openChat(db, await addStaff(db, 'Lê Văn Bốn'), clock)
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  const stop = office.screen.at(-1)?.choices?.[0]?.[0]?.value ?? ''
  await office.pressesValue(stop)
  await colleague.pressesValue(stop)
  expect(colleague.last()).toContain('Đồng chí Trần Thu Hà đã làm việc này lúc 9h00, 23/11')
})

test('sent again it goes only where it had not arrived, and only if somebody has joined since', async () => {
  const { db, office, head, units, clock } = await announcing()
  await db.execute(sql`delete from contacts where id = ${units[2]!.head.contactId}`)
  await compose(office)
  await office.presses('Gửi 2 đơn vị')
  await head(0).receives()
  await head(1).receives()
  await look(db, clock())
  await office.receives()
  expect(office.last()).toBe(
    '📣 “Nộp danh sách”: đã gửi 2/3, 1 không tới:\n• TH số 3: chưa đăng ký, hoặc không còn kênh nhận tin\nĐã xác nhận: 0/2 đơn vị.',
  )
  await office.presses('Gửi lại')
  expect(office.last()).toContain('Chưa gửi lại được')
  await addContact(db, units[2]!.head.id, units[2]!.head.address.id, '2026-11-23T02:00:00Z')
  await office.presses('Gửi lại')
  expect(await head(0).receives()).toEqual([])
  expect(await head(2).receives()).toHaveLength(1)
  await look(db, clock())
  expect(await figures(db)).toMatchObject({ sent: 3, failed: 0 })
  await office.pressesValue(`announcement.again:1:`)
  expect(office.last()).toContain('đã tới đủ các đơn vị')
})

test('one set for a time goes out at that minute, at night too, to those who have joined by then', async () => {
  const { db, office, head, at, clock } = await announcing()
  const tick = () => sendAnnouncements({ db, clock, log: () => {} })
  await compose(office)
  await office.presses('Hẹn giờ')
  await office.types('hôm qua')
  expect(office.last()).toContain('chưa rõ giờ gửi')
  await office.types('8h sáng nay')
  expect(office.last()).toContain('đã qua')
  await office.types('21h hôm nay')
  expect(office.last()).toContain('Đã hẹn gửi “Nộp danh sách” lúc 21h00, 23/11 tới 3 đơn vị')
  at('2026-11-23T13:59:00Z')
  await tick()
  expect(await head(0).receives()).toEqual([])
  at('2026-11-23T14:00:00Z')
  await tick()
  await tick()
  expect(await head(0).receives()).toHaveLength(1)
  await look(db, clock())
  await office.receives()
  expect(office.last()).toContain('Đang gửi “Nộp danh sách”')
})

test('one that waits for its time can be called off by any colleague, and is not sent', async () => {
  const { db, office, head, at, clock } = await announcing()
  const colleague = openChat(db, await addStaff(db, 'Lê Văn Bốn'), clock)
  await compose(office)
  await office.presses('Hẹn giờ')
  await office.types('8h thứ ba')
  await colleague.types('thông báo')
  await colleague.presses('Xem gần đây')
  expect(colleague.last()).toContain('1. Nộp danh sách: hẹn 8h00, 24/11')
  await colleague.types('1')
  await colleague.presses('Hủy lịch gửi')
  at('2026-11-24T01:00:00Z')
  await sendAnnouncements({ db, clock, log: () => {} })
  expect(await head(0).receives()).toEqual([])
  await office.presses('Gửi ngay')
  expect(await head(0).receives()).toEqual([])
  expect(office.last()).toContain('đã hủy, chưa gửi tới đơn vị nào')
})

test('the list of the last days shows how each fares, and opens one with the names of who has not confirmed', async () => {
  const { db, office, head, clock } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  for (const index of [0, 1, 2]) await head(index).receives()
  await head(1).presses('Đã nhận')
  await look(db, clock())
  await office.receives()
  await office.types('thông báo')
  await office.presses('Xem gần đây')
  expect(office.last()).toContain('1. Nộp danh sách: đã gửi 3/3, xác nhận 1')
  await office.presses('1')
  expect(office.last()).toContain('Đã xác nhận: 1/3 đơn vị. Chưa xác nhận: TH số 1, TH số 3.')
  expect(labels(office)).toEqual(['Sửa', 'Thu hồi'])
})

test('every act of the office stands in the audit log by name and without a word of the text', async () => {
  const { db, office } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  await office.presses('Dừng gửi phần còn lại')
  await office.pressesValue('announcement.withdraw-yes:1:')
  const rows = await db.execute(sql`select done_by, action, subject, facts from summary.audit`)
  expect([...rows]).toEqual([
    { done_by: 'Trần Thu Hà', action: 'announcement.queued', subject: 'announcement:1', facts: { units: 3 } },
    {
      done_by: 'Trần Thu Hà',
      action: 'announcement.stopped',
      subject: 'announcement:1',
      facts: { messages: 3 },
    },
    {
      done_by: 'Trần Thu Hà',
      action: 'announcement.withdrawn',
      subject: 'announcement:1',
      facts: { messages: 0 },
    },
  ])
})
