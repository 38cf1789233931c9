/** The office hears in time that a bot is nearly full or nearly at the end of its month: once for each level. */
import { eq, like } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { botsInUse } from '../../../db/bots/use.ts'
import type { Db } from '../../../db/client.ts'
import { contacts, inbox, outbox } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import { watchBots } from '../../../jobs/bots/watch-bots.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, type SeededUnit, seedOffice } from '../../seed.ts'
import { haveGoneOut, ZALO, zaloChat } from './near-limits.ts'

const limits = { zalo: { people: 5, messages: 100 } }
const clock = () => new Date()

let db: Db
let units: SeededUnit[]
let chat: number

beforeEach(async () => {
  db = (await freshDatabase()).db
  units = await seedOffice(db, { units: 5 })
  await addStaff(db, 'Trần Thu Hà')
  chat = await zaloChat(db, units[0]!.head.id)
})

const watch = (more: { limits?: typeof limits } = { limits }) =>
  watchBots({ db, clock, log: () => {}, ...more })
const told = async () =>
  (await db.select().from(outbox).where(like(outbox.key, 'bot-limit:%'))).map(({ key, message }) => ({
    level: key.split(':').slice(3, 5).join(' '),
    text: message.text,
  }))

test('at four fifths of the messages the office is told, at nineteen twentieths again, each once', async () => {
  await haveGoneOut(db, chat, 79)
  await watch()
  expect(await told()).toEqual([])
  await haveGoneOut(db, chat, 1)
  for (let minute = 0; minute < 2; minute++) await watch()
  expect((await told()).map(({ level }) => level)).toEqual(['messages 80'])
  await haveGoneOut(db, chat, 15)
  for (let minute = 0; minute < 2; minute++) await watch()
  const [, last] = await told()
  expect(last).toEqual({
    level: 'messages 95',
    text: expect.stringContaining('Bot Zalo 431 đã dùng 95/100 tin của tháng này (95%)'),
  })
})

test('four people of five are near too; those of another platform are nobody’s limit', async () => {
  for (const { head } of units.slice(1, 4)) await zaloChat(db, head.id)
  await watch()
  expect(await told()).toEqual([
    { level: 'people 80', text: expect.stringContaining('đã có 4/5 người (80%)') },
  ])
})

test('what people write counts as well, and what was sent last month does not', async () => {
  await haveGoneOut(db, chat, 3)
  const receivedAt = new Date()
  await db.insert(inbox).values({ ...ZALO, externalId: '1', chat: 'z', payload: {}, receivedAt })
  const long = new Date(receivedAt.getTime() - 40 * 24 * 3_600_000)
  await db.insert(inbox).values({ ...ZALO, externalId: '2', chat: 'z', payload: {}, receivedAt: long })
  expect(await botsInUse(db)).toContainEqual({ ...ZALO, people: 1, messages: 4 })
})

test('every chat that wrote takes a place, a stranger’s and one that was forgotten too', async () => {
  const chatOf = (externalId: string) => db.insert(contacts).values({ ...ZALO, externalId })
  await chatOf('a-stranger')
  await chatOf('erased-7')
  expect(await botsInUse(db)).toContainEqual({ ...ZALO, people: 3, messages: 0 })
})

test('each part of a long text and each picture is a message, and so is what was sent once more', async () => {
  await haveGoneOut(db, chat, 3)
  const rows = await db.select().from(outbox).orderBy(outbox.id)
  const set = (index: number, columns: Partial<typeof outbox.$inferInsert>) =>
    db.update(outbox).set(columns).where(eq(outbox.id, rows[index]!.id))
  await set(0, { otherIds: ['2', '3'] })
  await set(1, { repeated: true })
  await set(2, { repeated: true, state: 'unknown', sentAt: null })
  expect(await botsInUse(db)).toContainEqual({ ...ZALO, people: 1, messages: 3 + 2 + 2 })
})

test('a month begins at the office’s midnight', async () => {
  const [{ began } = { began: '' }] = await db.execute<{ began: string }>(
    `select date_trunc('month', office_today()::timestamp) at time zone 'Pacific/Kiritimati' as began`,
  )
  const row = { ...ZALO, chat: 'z', payload: {} }
  const at = (seconds: number) => new Date(new Date(began).getTime() + seconds * 1_000)
  await changeSetting(db, 'timezone', 'Pacific/Kiritimati', new Date())
  await db.insert(inbox).values({ ...row, externalId: 'before', receivedAt: at(-1) })
  await db.insert(inbox).values({ ...row, externalId: 'after', receivedAt: at(1) })
  expect(await botsInUse(db)).toContainEqual({ ...ZALO, people: 1, messages: 1 })
})

test('without limits, and where nobody of the office is reached, nothing is told', async () => {
  await haveGoneOut(db, chat, 100)
  await watch({})
  expect(await told()).toEqual([])
})

test('the office is told by a bot that is not the one at its end', async () => {
  const both = await addStaff(db, 'Vũ Thị Mai')
  await zaloChat(db, both.id, new Date('2027-01-01'))
  await haveGoneOut(db, chat, 96)
  await watch()
  const rows = await db
    .select()
    .from(outbox)
    .where(like(outbox.key, `bot-limit:%:${both.id}`))
  expect(rows.map(({ contactId }) => contactId)).toEqual([both.contactId])
})
