/** Tests the ways of a message to somebody with two chats: which one first, and what happens when it does not answer. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordReport } from '../../../db/answers/reports.ts'
import type { Db } from '../../../db/client.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { claim, record } from '../../../db/messages/outbox-sending.ts'
import { staffMembers } from '../../../db/people/staff.ts'
import { channelChoices, contacts, inbox, outbox, reminders } from '../../../db/schema/index.ts'
import { tryOtherChat } from '../../../jobs/reminders/try-other-chat.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addStaff, BOT, type SeededPerson, seedOffice } from '../../seed.ts'

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const ZALO = { channel: 'zalo', bot: '9' } as const

async function secondChat(db: Db, { id }: { id: number }, joined = '2026-02-25 08:00') {
  const [row] = await db
    .insert(contacts)
    .values({ ...ZALO, externalId: `z${id}`, personId: id, joinedAt: at(joined) })
    .returning()
  return row!.id
}

/** A head with a chat on each platform, and a reminder on its way to the first. */
async function reminded() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db)
  const head = unit!.head
  const zalo = await secondChat(db, head)
  const now = at('2026-12-17 08:00')
  const id = await enqueue(db, {
    key: `reminder:${head.id}:2026-12-17`,
    kind: 'reminder',
    contactId: head.contactId,
    personId: head.id,
    unitId: unit!.id,
    message: { text: 'Xin nhắc' },
    now,
  })
  const assignmentId = unit!.owes['Q4-b']!
  await db.insert(reminders).values({ outboxId: id!, assignmentId, onDay: date('2026-12-17'), why: 'T-14' })
  await claim(db, BOT, 5, now)
  return { db, head, zalo, id: id!, assignmentId, now }
}

const deliveries = (db: Db) =>
  db.execute('select channel, state, failure, instead_of from summary.deliveries order by delivery_id')

test('a reminder that one chat does not take goes to the other, and the ledger shows the way', async () => {
  const { db, id, now } = await reminded()
  await record(db, [{ id, state: 'failed', failure: 'blocked', at: now }])
  expect(await deliveries(db)).toEqual([
    { channel: 'telegram', state: 'failed', failure: 'blocked', instead_of: null },
    { channel: 'zalo', state: 'waiting', failure: null, instead_of: String(id) },
  ])
  const [second] = await claim(db, ZALO, 5, now)
  await record(db, [{ id: second!.id, state: 'sent', externalId: 'z-1', at: now }])
  const [view] = await db.execute('select times_reminded from summary.status')
  expect(view).toEqual({ times_reminded: 1 })
})

test('when both chats refuse it stays failed, and nothing goes round in circles', async () => {
  const { db, id, now } = await reminded()
  await record(db, [{ id, state: 'failed', failure: 'blocked', at: now }])
  const [second] = await claim(db, ZALO, 5, now)
  await record(db, [{ id: second!.id, state: 'failed', failure: 'unreachable', at: now }])
  expect((await deliveries(db)).map(({ state }) => state)).toEqual(['failed', 'failed'])
})

async function unanswered() {
  const facts = await reminded()
  await record(facts.db, [{ id: facts.id, state: 'sent', externalId: 't-1', at: facts.now }])
  const tick = async (moment: string) => {
    await tryOtherChat({ db: facts.db, clock: () => at(moment), log: () => {} })
    return (await deliveries(facts.db)).length
  }
  return { ...facts, tick }
}

test('one that stays unanswered for a day goes to the other chat once, in the sending hours', async () => {
  const { tick } = await unanswered()
  expect(await tick('2026-12-17 16:00')).toBe(1)
  expect(await tick('2026-12-18 07:00')).toBe(1)
  expect(await tick('2026-12-18 08:01')).toBe(2)
  expect(await tick('2026-12-18 08:02')).toBe(2)
})

test('whoever pressed, wrote or reported meanwhile is left in peace', async () => {
  const pressed = await unanswered()
  await pressed.db.update(outbox).set({ acknowledgedAt: at('2026-12-17 09:00') })
  expect(await pressed.tick('2026-12-18 08:01')).toBe(1)

  const wrote = await unanswered()
  const chat = { ...BOT, chat: wrote.head.address.id, externalId: 'u1', payload: {} }
  await wrote.db.insert(inbox).values({ ...chat, receivedAt: at('2026-12-17 09:00') })
  expect(await wrote.tick('2026-12-18 08:01')).toBe(1)

  const reported = await unanswered()
  await reported.db.transaction((tx) =>
    recordReport(tx, {
      assignmentId: reported.assignmentId,
      status: 'in_progress',
      personId: reported.head.id,
      via: 'phone',
      now: at('2026-12-17 09:00'),
    }),
  )
  expect(await reported.tick('2026-12-18 08:01')).toBe(1)
})

test('so does one of which nobody knows whether it arrived', async () => {
  const { db, tick } = await unanswered()
  await db.update(outbox).set({ state: 'unknown', repeated: true, sentAt: null })
  expect(await tick('2026-12-17 16:00')).toBe(1)
  expect(await tick('2026-12-18 08:01')).toBe(2)
})

test('what could not leave for a day leaves by the other chat instead, and not by both', async () => {
  const { db, tick } = await unanswered()
  for (const state of ['waiting', 'sending'] as const) {
    await db.delete(reminders)
    await db.execute('delete from outbox where instead_of is not null')
    await db.update(outbox).set({ state, sentAt: null, kind: 'digest' })
    expect(await tick('2026-12-18 08:01')).toBe(2)
    const [first, second] = await deliveries(db)
    expect(first).toMatchObject({ channel: 'telegram', state: 'failed', failure: 'not_in_time' })
    expect(second).toMatchObject({ channel: 'zalo', state: 'waiting' })
  }
})

test('an answer stays in the chat that asked; a decision does not, though it overtakes what goes to many', async () => {
  const { db, id, now } = await reminded()
  await db.update(outbox).set({ kind: 'answer', key: 'answer:5:0' })
  await record(db, [{ id, state: 'failed', failure: 'blocked', at: now }])
  expect(await deliveries(db)).toHaveLength(1)
  await db.update(outbox).set({ state: 'sending', key: 'decided:5:9' })
  await record(db, [{ id, state: 'failed', failure: 'blocked', at: now }])
  expect(await deliveries(db)).toHaveLength(2)
})

test('the office chooses the platform for all, a block, a unit or a person, and the narrowest counts', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db)
  const colleague = await addStaff(db, 'Trần Thu Hà')
  const zalo = await secondChat(db, colleague, '2026-01-01 08:00')
  const writesTo = async ({ id }: SeededPerson) =>
    (await staffMembers(db, 'office', date('2026-12-17'))).find(({ personId }) => personId === id)?.contactId
  expect(await writesTo(colleague)).toBe(colleague.contactId)
  await db.insert(channelChoices).values({ scope: 'all', subject: '', channel: 'zalo' })
  expect(await writesTo(colleague)).toBe(zalo)
  await db
    .insert(channelChoices)
    .values({ scope: 'person', subject: String(colleague.id), channel: 'telegram' })
  expect(await writesTo(colleague)).toBe(colleague.contactId)
  await db.update(contacts).set({ state: 'unreachable' }).where(eq(contacts.id, colleague.contactId!))
  expect(await writesTo(colleague)).toBe(zalo)
})
