/** The buttons under an announcement: only for whom it was sent to, once or often, old or new. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addPerson } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { announcing, compose, figures } from './announcing.ts'

async function sentToFirst() {
  const here = await announcing()
  const { office } = here
  await compose(office)
  await office.presses('Sửa')
  await office.presses('Nơi nhận')
  await office.presses('Theo đơn vị')
  await office.types('U01')
  await office.presses('Gửi 1 đơn vị')
  await here.head(0).receives()
  return here
}

test('whoever did not get it confirms nothing: another unit’s head, the office, a stranger', async () => {
  const { db, head, office, clock } = await sentToFirst()
  await head(1).pressesValue('received.seen:1:')
  expect(head(1).last()).toContain('không gửi tới đồng chí')
  await head(1).pressesValue('received.question:1:')
  expect(head(1).last()).toContain('không gửi tới đồng chí')
  await office.pressesValue('received.seen:1:')
  const stranger = openChat(db, { address: { channel: 'telegram', bot: '1', id: '99' } }, clock)
  await stranger.pressesValue('received.seen:1:')
  expect(await figures(db)).toMatchObject({ acknowledged: 0 })
})

test('pressed again later, it says when it was first confirmed', async () => {
  const { db, head, at } = await sentToFirst()
  await head(0).presses('Đã nhận')
  at('2026-11-24T03:30:00Z')
  await head(0).pressesValue('received.seen:1:')
  expect(head(0).screen).toHaveLength(1)
  expect(head(0).last()).toContain('Đã ghi nhận lúc 9h00, 23/11')
  expect(await figures(db)).toMatchObject({ acknowledged: 1 })
})

test('"đã nhận" in words confirms it too', async () => {
  const { db, head } = await sentToFirst()
  await head(0).types('da nhan')
  expect(await figures(db)).toMatchObject({ acknowledged: 1 })
})

test('the head’s and the deputy’s messages are two, and either confirms for the unit', async () => {
  const { db, office, units, clock } = await announcing()
  const deputy = openChat(
    db,
    await addPerson(db, { unitIds: [units[0]!.id], name: 'Bùi Thị Sáu', role: 'deputy' }),
    clock,
  )
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  expect(await deputy.receives()).toHaveLength(1)
  await deputy.presses('Đã nhận')
  expect(await figures(db)).toMatchObject({ recipients: 3, acknowledged: 1 })
})

test('a question goes to the office’s inbox with the title, and "hủy" asks nothing', async () => {
  const { db, head } = await sentToFirst()
  await head(0).presses('Hỏi thêm')
  await head(0).types('hủy')
  await head(0).presses('Hỏi thêm')
  expect(head(0).last()).toContain('“Nộp danh sách”')
  await head(0).types('Nộp ở phòng nào ạ?')
  expect(head(0).last()).toContain('đã nhận câu hỏi')
  const notes = await db.execute(sql`select unit_code, reason, text from summary.office_inbox`)
  expect([...notes]).toEqual([
    {
      unit_code: 'U01',
      reason: 'unplaced',
      text: 'Hỏi về thông báo “Nộp danh sách”: Nộp ở phòng nào ạ?',
    },
  ])
})
