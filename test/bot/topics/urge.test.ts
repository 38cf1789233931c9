/** "Nhắc": what the office is told of today's reminders, of the next, and of who has not answered. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assignments, outbox } from '../../../db/schema/index.ts'
import { tick } from '../../../jobs/reminders/send-reminders.ts'
import { BOT } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { openOffice } from './deciding.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

const remind = ({ db, clock }: Office) => tick({ db, clock, log: () => undefined })

test('what goes out today is counted before it is queued, while it waits and when it is sent', async () => {
  const office = await openOffice()
  const { db, ha, head } = office
  await ha.types('/nhac')
  expect(ha.last()).toContain('Nhắc việc hôm nay, thứ Năm, 17/12: chờ gửi 2.')
  expect(ha.last()).toContain('Lần nhắc tiếp theo: thứ Năm, 24/12, 2 đồng chí.')
  await remind(office)
  await ha.types('nhắc việc')
  expect(ha.last()).toContain('chờ gửi 2.')
  await head.receives()
  await ha.types('nhac')
  expect(ha.last()).toContain('đã gửi 1 đồng chí, chờ gửi 1.')
  await db.update(outbox).set({ state: 'failed' }).where(eq(outbox.state, 'waiting'))
  await ha.types('nhắc')
  expect(ha.last()).toContain('đã gửi 1 đồng chí, chưa tới được 1.')
  // Nobody gets a second message on a day, whatever may be due.
  await db.update(assignments).set({ urgedThrough: null })
  await ha.types('nhắc')
  expect(ha.last()).not.toContain('chờ gửi')
})

test('on a day without reminders it says so, and names the next day', async () => {
  const office = await openOffice()
  office.goTo('2026-12-18T02:00:00Z')
  await office.ha.types('nhắc')
  expect(office.ha.last()).toContain('Hôm nay, thứ Sáu, 18/12, không có nhắc việc.')
  expect(office.ha.last()).toContain('Lần nhắc tiếp theo: thứ Năm, 24/12')
})

test('a pause moves the next day on', async () => {
  const { ha } = await openOffice()
  await ha.types('hoãn')
  await ha.types('26/12')
  await ha.presses('Tất cả đơn vị')
  await ha.presses('Chỉ hoãn')
  await ha.types('nhắc')
  expect(ha.last()).toContain('Hôm nay, thứ Năm, 17/12, không có nhắc việc.')
  expect(ha.last()).toContain('Lần nhắc tiếp theo: thứ Hai, 28/12')
})

test('openings that a pause kept back are counted on the day after it', async () => {
  const { ha, goTo } = await openOffice({ today: '2026-09-01' })
  goTo('2026-09-30T02:00:00Z')
  await ha.types('hoãn')
  await ha.types('5/10')
  await ha.presses('Tất cả đơn vị')
  await ha.presses('Chỉ hoãn')
  goTo('2026-10-01T02:00:00Z')
  await ha.types('nhắc')
  expect(ha.last()).toContain('không có nhắc việc.\nLần nhắc tiếp theo: thứ Hai, 05/10, 2 đồng chí.')
  goTo('2026-10-05T02:00:00Z')
  await ha.types('nhắc')
  expect(ha.last()).toContain('Nhắc việc hôm nay, thứ Hai, 05/10: chờ gửi 2.')
})

test('each task that is not answered can be written about, to those who have not answered it', async () => {
  const { ha, head, otherHead } = await openOffice()
  await head.types('đã xong')
  await ha.types('nhắc')
  expect(ha.last()).toContain('1. Báo cáo tổng kết năm 2026: 1 đơn vị')
  await ha.types('1')
  expect(ha.last()).toContain('tiêu đề')
  await otherHead.types('đang làm')
  await ha.types('/nhac')
  expect(ha.last()).toContain('đã có trả lời')
})

test('neither the heads of units nor a leader nor a stranger is shown any of it', async () => {
  const { db, clock, head, otherHead, leader } = await openOffice()
  const stranger = openChat(db, { address: { ...BOT, id: '999' } }, clock)
  for (const chat of [head, otherHead, leader, stranger]) {
    await chat.types('/nhac')
    for (const value of ['urge.show:0:', 'announcement.to:0:Q4-b']) await chat.pressesValue(value)
    for (const { text } of chat.screen) expect(text).not.toMatch(/hôm nay|chưa trả lời|tiêu đề/)
  }
})
