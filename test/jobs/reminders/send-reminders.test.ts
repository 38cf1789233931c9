/** Reminding on a real database: what goes out, to whom, and once. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assignments, contacts, outbox, posts } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import { planFor } from '../../../jobs/reminders/plan-reminders.ts'
import { heldReminders, queueReminders } from '../../../jobs/reminders/send-reminders.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addContact, addPerson, type SeededUnit, seedOffice } from '../../seed.ts'
import { answer, at, ledger, minute, restUntil, serve } from './reminding.ts'

const GIANG = 'Nguyễn Thị Hương Giang'

test('a report due on New Year’s Eve is urged on 17, 24, 28, 30, 31 December, 4 and 7 January, and then no more', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { today: '2026-10-02' })
  await serve(db, '2026-12-01', '2027-01-31')
  expect(await ledger(db)).toEqual([
    `2026-12-17 ${GIANG}: Q4-b (T-14)`,
    `2026-12-24 ${GIANG}: Q4-b (T-7)`,
    `2026-12-28 ${GIANG}: Q4-b (T-3)`,
    `2026-12-30 ${GIANG}: Q4-b (T-1)`,
    `2026-12-31 ${GIANG}: Q4-b (T-0)`,
    `2027-01-04 ${GIANG}: Q4-b (T+1,T+3)`,
    `2027-01-07 ${GIANG}: Q4-b (T+7)`,
  ])
})

test('a quarter is opened once with all its tasks, then each is urged', async () => {
  const { db } = await freshDatabase()
  const tasks = [
    { code: 'A', quarter: 4, dueOn: '2026-10-20' },
    { code: 'CN', quarter: null, dueOn: '2026-12-31' },
  ] as const
  await seedOffice(db, { tasks: [...tasks] })
  await serve(db, '2026-09-30', '2026-10-07')
  expect((await ledger(db)).slice(1)).toEqual([
    `2026-10-01 ${GIANG}: A (opening), CN (T+1), CN (opening)`,
    `2026-10-05 ${GIANG}: CN (T+3)`,
    `2026-10-06 ${GIANG}: A (T-14)`,
    `2026-10-07 ${GIANG}: CN (T+7)`,
  ])
})

test('a done task is urged no more, and one put off only from the agreed day on', async () => {
  const { db } = await freshDatabase()
  const [done, resting] = (await seedOffice(db, { units: 2, today: '2026-10-02' })) as [
    SeededUnit,
    SeededUnit,
  ]
  await serve(db, '2026-12-17', '2026-12-17')
  await answer(db, { person: done.head, assignmentId: done.owes['Q4-b']!, status: 'done', on: '2026-12-18' })
  await restUntil(db, resting.owes['Q4-b']!, '2026-12-30')
  await serve(db, '2026-12-18', '2026-12-30')
  expect((await ledger(db)).slice(2)).toEqual([`2026-12-30 ${resting.head.name}: Q4-b (T-1)`])
})

test('whatever the hour it is asked, and however often, a message is queued once', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 3, today: '2026-10-02' })
  for (const clock of ['07:29', '07:30', '07:31', '10:59', '11:30', '13:30', '16:29', '20:00']) {
    await minute(db, `2026-12-17 ${clock}`)
  }
  expect(await ledger(db)).toHaveLength(3)
  expect(await planFor(db, date('2026-12-17'))).toEqual([])
})

test('two processes that wake in the same minute queue each message once', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 5, today: '2026-10-02' })
  const logged = await Promise.all([1, 2, 3].map(() => minute(db, '2026-12-17 08:00')))
  expect(logged.flat()).toEqual(['reminders_queued 5'])
  expect(await ledger(db)).toHaveLength(5)
})

test('nothing is queued outside the sending hours, nor on a free day; a Saturday worked in exchange is no free day', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { today: '2026-10-02', tasks: [{ code: 'A', quarter: 4, dueOn: '2026-12-01' }] })
  await restUntil(db, 1, '2026-11-28')
  await minute(db, '2026-11-28 07:00')
  await minute(db, '2026-11-29 08:00')
  expect(await ledger(db)).toEqual([])
  await minute(db, '2026-11-28 08:00')
  expect(await ledger(db)).toEqual([`2026-11-28 ${GIANG}: A (T-3) waiting`])
})

test('what fell due while the service was down goes out as one message', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { today: '2026-10-02' })
  await serve(db, '2026-12-14', '2027-01-31', (day) => day < '2026-12-17' || day > '2027-01-04')
  expect(await ledger(db)).toEqual([
    `2027-01-05 ${GIANG}: Q4-b (T-14,T-7,T-3,T-1,T-0,T+1,T+3)`,
    `2027-01-07 ${GIANG}: Q4-b (T+7)`,
  ])
})

test('on the first start after an import nothing from before it is urged', async () => {
  const { db } = await freshDatabase()
  const tasks = [
    { code: 'Q1-b', quarter: 1, dueOn: '2026-03-31' },
    { code: 'Q4-b', quarter: 4, dueOn: '2026-12-31' },
  ] as const
  await seedOffice(db, { today: '2026-11-25', tasks: [...tasks] })
  await serve(db, '2026-11-25', '2026-12-16')
  expect(await ledger(db)).toEqual([])
})

test('more old reminders than the office allows wait for its word; today’s go out', async () => {
  const { db } = await freshDatabase()
  const offices = await seedOffice(db, { units: 4, today: '2026-10-02' })
  const [, , , last] = offices
  await db
    .update(assignments)
    .set({ dueOn: date('2027-01-01') })
    .where(eq(assignments.unitId, last!.id))
  await changeSetting(db, 'catch_up_limit', 2, at('2026-12-01 08:00'))
  const today = date('2026-12-18')
  expect(await heldReminders(db, today)).toBe(3)
  expect(await minute(db, '2026-12-18 08:00')).toEqual(['reminders_queued 1', 'old_reminders_wait 3'])
  expect(await minute(db, '2026-12-18 08:01')).toEqual([])
  expect(await ledger(db)).toEqual([`2026-12-18 ${last?.head.name}: Q4-b (T-14) waiting`])

  await changeSetting(db, 'catch_up_limit', 3, at('2026-12-18 08:02'))
  expect(await heldReminders(db, today)).toBe(0)
  expect(await minute(db, '2026-12-18 08:03')).toEqual(['reminders_queued 3'])
})

test('old reminders that the office drops stay in the ledger as cancelled and never come back', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { today: '2026-10-02' })
  const order = { on: date('2026-12-18'), now: at('2026-12-18 08:00'), at: 'now', oldOnes: 'drop' } as const
  expect(await queueReminders(db, order)).toMatchObject({ queued: [], dropped: 1 })
  await serve(db, '2026-12-18', '2026-12-24')
  expect(await ledger(db)).toEqual([
    `2026-12-18 ${GIANG}: Q4-b (T-14) cancelled`,
    `2026-12-24 ${GIANG}: Q4-b (T-7)`,
  ])
})

test('where nobody has joined, a failed message is kept as proof, and is not made again', async () => {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, { today: '2026-10-02', joined: false })
  await serve(db, '2026-12-17', '2026-12-18')
  expect(await ledger(db)).toEqual([`2026-12-17 ${GIANG}: Q4-b (T-14) failed`])
  const [row] = await db.select().from(outbox)
  expect(row).toMatchObject({ failure: 'unreachable', unitId: unit?.id, contactId: null })
})

test('the deputy gets it too, over the chat joined last; a chat that was blocked is not used', async () => {
  const { db } = await freshDatabase()
  const [unit] = (await seedOffice(db, { today: '2026-10-02' })) as [SeededUnit]
  const deputy = await addPerson(db, { unitIds: [unit.id], name: 'Phó', role: 'deputy' })
  const newer = await addContact(db, deputy.id, '900', '2026-11-01T00:00:00Z')
  const blocked = await addContact(db, deputy.id, '901', '2026-12-01T00:00:00Z')
  await db.update(contacts).set({ state: 'unreachable' }).where(eq(contacts.id, blocked))
  await minute(db, '2026-12-17 08:00')
  const rows = await db.select({ to: outbox.contactId }).from(outbox)
  expect(rows.map(({ to }) => to)).toEqual([unit.head.contactId, newer])
})

test('whose post has ended, or not begun, gets nothing', async () => {
  const { db } = await freshDatabase()
  const [unit] = (await seedOffice(db, { today: '2026-10-02' })) as [SeededUnit]
  await db.update(posts).set({ toDay: date('2026-12-17') })
  await addPerson(db, { unitIds: [unit.id], name: 'Mới', today: '2026-12-17' })
  await addPerson(db, { unitIds: [unit.id], name: 'Sau', role: 'deputy', today: '2026-12-18' })
  await serve(db, '2026-12-17', '2026-12-17')
  expect(await ledger(db)).toEqual(['2026-12-17 Mới: Q4-b (T-14)'])
})

test('who heads two units gets one message with the tasks of both', async () => {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 2, today: '2026-10-02' })
  await db.update(posts).set({ toDay: date('2026-10-03') })
  await addPerson(db, { unitIds: units.map(({ id }) => id), name: 'Hai nơi', today: '2026-10-03' })
  await serve(db, '2026-12-17', '2026-12-17')
  expect(await ledger(db)).toEqual(['2026-12-17 Hai nơi: Q4-b (T-14), Q4-b (T-14)'])
  const [row] = await db.select({ message: outbox.message }).from(outbox)
  expect(row?.message.text).toContain('1. TH số 1: Báo cáo tổng kết năm 2026\n2. TH số 2: Báo cáo')
})
