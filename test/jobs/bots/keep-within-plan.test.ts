/** At the end of a bot's month: what people owe is still urged and answered, announcements wait for the office's word. */
import { and, eq, inArray, lte } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { type DeliveryKind, enqueue } from '../../../db/messages/outbox.ts'
import { announcementMessages, announcements, outbox } from '../../../db/schema/index.ts'
import { watchBots } from '../../../jobs/bots/watch-bots.ts'
import { createDispatch } from '../../../jobs/dispatch.ts'
import { type Chat, openChat } from '../../bot/chat.ts'
import { freshDatabase } from '../../database.ts'
import { fakeChannel } from '../../fake-channel.ts'
import { addContact, addStaff, type SeededPerson, type SeededUnit, seedOffice } from '../../seed.ts'
import { haveGoneOut, ZALO, zaloChat } from './near-limits.ts'

const limit = { people: 50, messages: 100 }
const began = Date.now()
/** From a Thursday morning on: the next month begins with a holiday and a weekend. */
const clock = () => new Date(Date.parse('2026-12-17T02:00:00Z') + Date.now() - began)

let db: Db
let unit: SeededUnit
let chat: number
let staff: SeededPerson[]

beforeEach(async () => {
  db = (await freshDatabase()).db
  unit = (await seedOffice(db, { joined: false }))[0]!
  staff = [await addStaff(db, 'Trần Thu Hà'), await addStaff(db, 'Vũ Thị Mai')]
  chat = await zaloChat(db, unit.head.id)
})

const put = (kind: DeliveryKind, key: string = kind) =>
  enqueue(db, { key, kind, contactId: chat, personId: unit.head.id, message: { text: key }, now: clock() })

/** The Zalo bot sends what it will; resolves with that. */
async function sends(): Promise<string[]> {
  const { channel, texts } = fakeChannel()
  const stop = new AbortController()
  const bot = { ...channel, name: 'zalo' as const, bot: ZALO.bot }
  const dispatch = createDispatch({ db, channel: bot, rate: 500, chatRestMs: 0, limit, clock, log: () => {} })
  const running = dispatch.run(stop.signal)
  const open = and(
    eq(outbox.contactId, chat),
    inArray(outbox.state, ['waiting', 'sending']),
    lte(outbox.notBefore, clock()),
  )
  while ((await db.$count(outbox, open)) > 0) await new Promise((done) => setTimeout(done, 20))
  stop.abort()
  await running
  return texts().sort()
}

const watch = () => watchBots({ db, clock, log: () => {}, limits: { zalo: limit } })
const waiting = async () =>
  (
    await db
      .select()
      .from(outbox)
      .where(and(eq(outbox.state, 'waiting'), eq(outbox.contactId, chat)))
  ).map(({ key, attempts, notBefore }) => ({ key, attempts, notBefore: notBefore.toISOString() }))

test('from nineteen twentieths on announcements wait, and reminders, answers and digests go on', async () => {
  await haveGoneOut(db, chat, 95)
  for (const kind of ['announcement', 'reminder', 'answer', 'digest'] as const) await put(kind)
  expect(await sends()).toEqual(['answer', 'digest', 'reminder'])
  const opens = '2027-01-04T01:00:00.000Z'
  expect(await waiting()).toEqual([{ key: 'announcement', attempts: 0, notBefore: opens }])
})

test('a message before that everything goes, and a correction of what many have read always does', async () => {
  await haveGoneOut(db, chat, 93)
  await put('announcement')
  expect(await sends()).toEqual(['announcement'])
  await haveGoneOut(db, chat, 5)
  const correction = await put('announcement', 'correction')
  const [{ id: announcementId } = { id: 0 }] = await db
    .insert(announcements)
    .values({ audience: ['all'], createdAt: clock() })
    .returning()
  await db
    .insert(announcementMessages)
    .values({ outboxId: correction!, announcementId, unitId: unit.id, round: 'change' })
  expect(await sends()).toEqual(['correction'])
})

test('what the office calls urgent goes when others wait', async () => {
  await haveGoneOut(db, chat, 96)
  await put('announcement')
  const storm = await put('announcement', 'bão')
  const [{ id: announcementId } = { id: 0 }] = await db
    .insert(announcements)
    .values({ audience: ['all'], urgent: true, createdAt: clock() })
    .returning()
  await db
    .insert(announcementMessages)
    .values({ outboxId: storm!, announcementId, unitId: unit.id, round: 'first' })
  expect(await sends()).toEqual(['bão'])
})

/** The office has been asked about two announcements; the chats of its two people. */
async function asked(): Promise<[Chat, Chat]> {
  await haveGoneOut(db, chat, 96)
  for (const key of ['một', 'hai']) await put('announcement', key)
  expect(await sends()).toEqual([])
  for (let minute = 0; minute < 2; minute++) await watch()
  const [first, second] = staff.map((person) => openChat(db, person, clock))
  await first!.receives()
  await second!.receives()
  return [first!, second!]
}

test('the office is asked once, says "send now", and they go; the second colleague hears who said so', async () => {
  const [first, second] = await asked()
  expect(first.screen.filter(({ choices }) => choices)).toHaveLength(1)
  expect(first.last()).toContain('2 tin thông báo qua Bot Zalo 431 đang chờ')
  expect(first.last()).toContain('(còn 4 tin). Gửi ngay, hay để đến 8h00 04/01?')
  await first.presses('Gửi ngay 2 tin')
  expect(first.last()).toContain('Đã cho gửi ngay 2 tin')
  expect(await sends()).toEqual(['hai', 'một'])
  await second.presses('Gửi ngay 2 tin')
  expect(second.last()).toContain('Đồng chí Trần Thu Hà đã cho gửi')
  const [audit] = await db.execute(`select action, facts from audit_entries where action like 'quota.%'`)
  expect(audit).toEqual({ action: 'quota.sent', facts: { messages: 2 } })
})

test('"next month" leaves them, and may be thought over', async () => {
  const [first, second] = await asked()
  await first.presses('Để sang tháng sau')
  expect(first.last()).toContain('Đã để 2 tin thông báo')
  await watch()
  expect(await sends()).toEqual([])
  await second.presses('Gửi ngay')
  expect(await sends()).toEqual(['hai', 'một'])
})

test('a unit head who got hold of the button decides nothing', async () => {
  const [first] = await asked()
  const value = first.screen.at(-1)!.choices![0]![0]!.value
  const head = openChat(db, { address: { ...ZALO, id: `z${unit.head.id}` } }, clock)
  await head.pressesValue(value)
  expect(await db.execute(`select from audit_entries where action like 'quota.%'`)).toEqual([])
})

test('when nothing is left, whoever has another chat is written to there, and the ledger says why', async () => {
  await haveGoneOut(db, chat, 100)
  await addContact(db, unit.head.id, '777', '2026-02-24T01:00:00Z')
  await put('digest')
  expect(await sends()).toEqual([])
  const rows = await db.execute(
    `select channel, state, failure from summary.deliveries where kind = 'digest' order by delivery_id`,
  )
  expect(rows).toEqual([
    { channel: 'zalo', state: 'failed', failure: 'out_of_quota' },
    { channel: 'telegram', state: 'waiting', failure: null },
  ])
})

test('when nothing is left, what the other chat has already failed to take is not given up', async () => {
  await haveGoneOut(db, chat, 100)
  const other = await addContact(db, unit.head.id, '777', '2026-02-24T01:00:00Z')
  const to = { kind: 'digest' as const, personId: unit.head.id, now: clock() }
  await enqueue(db, { ...to, key: 'first', contactId: other, message: { text: 'first' } })
  await enqueue(db, { ...to, key: 'second', contactId: chat, message: { text: 'second' } })
  await db.execute(`update outbox set state = 'failed', failure = 'rejected' where key = 'first'`)
  await db.execute(
    `update outbox set instead_of = (select id from outbox where key = 'first') where key = 'second'`,
  )
  expect(await sends()).toEqual(['second'])
})

test('what would be held goes by the other chat of whoever has one, now or later', async () => {
  await haveGoneOut(db, chat, 96)
  await put('announcement')
  expect(await sends()).toEqual([])
  await watch()
  expect(await waiting()).toHaveLength(1)
  await addContact(db, unit.head.id, '777', '2026-02-24T01:00:00Z')
  await watch()
  const rows = await db.execute(
    `select channel, state, failure from summary.deliveries where kind = 'announcement' order by delivery_id`,
  )
  expect(rows).toEqual([
    { channel: 'zalo', state: 'failed', failure: 'out_of_quota' },
    { channel: 'telegram', state: 'waiting', failure: null },
  ])
})
