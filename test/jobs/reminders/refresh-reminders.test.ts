/** A reminder says what is true when it leaves, not what was true when it was queued. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { asksOf } from '../../../db/messages/offer-by-number.ts'
import { claim, record } from '../../../db/messages/outbox-sending.ts'
import { assignments, conversations, outbox, posts } from '../../../db/schema/index.ts'
import { freshReminders } from '../../../jobs/reminders/refresh-reminders.ts'
import { queueReminders } from '../../../jobs/reminders/send-reminders.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addPerson, BOT, type SeededTask, type SeededUnit, seedOffice, YEAR_REPORT } from '../../seed.ts'
import { answer, at, leaving, ledger, minute, restUntil } from './reminding.ts'

const SECOND: SeededTask = { code: 'Q4-c', quarter: 4, dueOn: '2026-12-31', shortTitle: 'Tổng kết khối' }

/** A unit that owes two tasks, with its reminder of 17 December in the outbox. */
async function queuedAtSchool(tasks = [YEAR_REPORT, SECOND]) {
  const { db } = await freshDatabase()
  const [unit] = (await seedOffice(db, { today: '2026-10-02', tasks })) as [SeededUnit]
  await minute(db, '2026-12-17 08:00')
  const done = (code: string) =>
    answer(db, { person: unit.head, assignmentId: unit.owes[code]!, status: 'done', on: '2026-12-17' })
  return { db, unit, done }
}

const asked = async (db: Db) => (await db.select().from(conversations))[0]?.state

test('what was done since it was queued is not in it', async () => {
  const { db, done } = await queuedAtSchool()
  await done('Q4-b')
  const [text] = await leaving(db, '2026-12-17 09:30')
  expect(text).toContain('“Tổng kết khối”')
  expect(text).not.toContain('Báo cáo tổng kết')
  const [row] = await db.select({ message: outbox.message }).from(outbox)
  expect(row?.message.text).toBe(text)
})

test('with everything done it does not leave at all', async () => {
  const { db, done } = await queuedAtSchool()
  await done('Q4-b')
  await done('Q4-c')
  expect(await leaving(db, '2026-12-17 09:30')).toEqual([])
  expect(await ledger(db)).toEqual(['2026-12-17 Nguyễn Thị Hương Giang: Q4-b (T-14), Q4-c (T-14) cancelled'])
})

test('a task put off or withdrawn meanwhile is not in it', async () => {
  const { db, unit } = await queuedAtSchool()
  await restUntil(db, unit.owes['Q4-b']!, '2026-12-22')
  expect((await leaving(db, '2026-12-17 09:30'))[0]).not.toContain('Báo cáo tổng kết')
  await db.update(outbox).set({ state: 'waiting' })
  await db.update(assignments).set({ withdrawnAt: at('2026-12-17 09:31') })
  expect(await leaving(db, '2026-12-17 09:32')).toEqual([])
})

test('what was reported without being done is recalled', async () => {
  const { db, unit } = await queuedAtSchool([YEAR_REPORT])
  const assignmentId = unit.owes['Q4-b']!
  await answer(db, { person: unit.head, assignmentId, status: 'not_started', on: '2026-12-17' })
  expect((await leaving(db, '2026-12-17 09:30'))[0]).toContain('Lần trước đơn vị báo: Chưa làm (17/12).')
})

test('it counts the days from the day it leaves', async () => {
  const { db } = await queuedAtSchool([YEAR_REPORT])
  expect((await leaving(db, '2026-12-21 08:00'))[0]).toContain('Còn 10 ngày')
})

test('who holds the post no more gets nothing', async () => {
  const { db } = await queuedAtSchool()
  await db.update(posts).set({ toDay: date('2026-12-17') })
  expect(await leaving(db, '2026-12-17 09:30')).toEqual([])
  expect(await ledger(db)).toEqual([expect.stringContaining('cancelled')])
})

test('who lost one of two units hears of the other alone', async () => {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 2, today: '2026-10-02', joined: false })
  await db.delete(posts)
  await addPerson(db, { unitIds: units.map(({ id }) => id), name: 'Hai nơi' })
  await minute(db, '2026-12-17 08:00')
  await db
    .update(posts)
    .set({ toDay: date('2026-12-17') })
    .where(eq(posts.unitId, units[0]!.id))
  const [text] = await leaving(db, '2026-12-17 09:30')
  expect(text).toContain('Còn 14 ngày đến hạn “Báo cáo tổng kết năm 2026” (thứ Năm, 31/12).')
})

test('from the moment it has gone out, and not before, a typed number answers it', async () => {
  const { db, unit } = await queuedAtSchool([YEAR_REPORT])
  const now = at('2026-12-17 08:01')
  const [row] = await freshReminders(db, await claim(db, BOT, 1, now), now)
  await record(db, [{ id: row!.id, state: 'again', notBefore: now }])
  expect(await asked(db)).toBeUndefined()
  const [again] = await freshReminders(db, await claim(db, BOT, 1, now), now)
  const asks = asksOf(again!, { buttons: true })
  await record(db, [{ id: again!.id, state: 'sent', externalId: '1', asks, at: now }])
  expect(await asked(db)).toMatchObject({
    offered: [{ label: 'Đã xong', value: `report:${unit.owes['Q4-b']}:done` }, {}, {}, {}],
    awaits: null,
  })
})

test('what could not leave in the sending hours waits for the next ones', async () => {
  const { db } = await queuedAtSchool([YEAR_REPORT])
  expect(await leaving(db, '2026-12-17 19:00')).toEqual([])
  expect(await db.select().from(outbox)).toMatchObject([
    { state: 'waiting', attempts: 0, notBefore: at('2026-12-18 07:30') },
  ])
  expect(await leaving(db, '2026-12-18 07:29')).toEqual([])
  expect(await leaving(db, '2026-12-18 07:30')).toHaveLength(1)
})

test('what the office sends at once leaves at any hour', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { today: '2026-10-02' })
  const now = at('2026-12-17 19:00')
  await queueReminders(db, { on: date('2026-12-17'), now, at: 'now', oldOnes: 'send' })
  expect(await leaving(db, '2026-12-17 19:00')).toHaveLength(1)
})

test('an opening leaves without what was done meanwhile, and not once all is done', async () => {
  const { db } = await freshDatabase()
  const [unit] = (await seedOffice(db, { tasks: [YEAR_REPORT, SECOND] })) as [SeededUnit]
  await minute(db, '2026-10-01 08:00')
  const done = (code: string) =>
    answer(db, { person: unit.head, assignmentId: unit.owes[code]!, status: 'done', on: '2026-10-01' })
  await done('Q4-b')
  expect((await leaving(db, '2026-10-01 09:30'))[0]).toContain('có 1 việc cần báo kết quả:\n1. Tổng kết khối')
  await db.update(outbox).set({ state: 'waiting' })
  await done('Q4-c')
  expect(await leaving(db, '2026-10-01 09:31')).toEqual([])
})

test('that there is nothing to do is said to whom still holds the post', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { tasks: [{ code: 'Q1-b', quarter: 1, dueOn: '2026-03-31' }] })
  await db.update(assignments).set({ urgedThrough: date('2026-09-30') })
  await minute(db, '2026-10-01 08:00')
  expect((await leaving(db, '2026-10-01 08:01'))[0]).toContain('không có việc phải báo kết quả riêng')
  await db.update(outbox).set({ state: 'waiting' })
  await db.update(posts).set({ toDay: date('2026-10-01') })
  expect(await leaving(db, '2026-10-01 08:02')).toEqual([])
})

test('other messages pass as they are', async () => {
  const { db, unit } = await queuedAtSchool([YEAR_REPORT])
  await db.update(outbox).set({ kind: 'announcement', message: { text: 'Thông báo' } })
  await db.update(posts).set({ toDay: date('2026-12-17') })
  const claimed = await claim(db, BOT, 10, at('2026-12-17 23:00'))
  expect(await freshReminders(db, claimed, at('2026-12-17 23:00'))).toEqual(claimed)
  expect(claimed).toMatchObject([{ contactId: unit.head.contactId }])
})
