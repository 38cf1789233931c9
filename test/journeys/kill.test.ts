/** Real kills of the real program: no reply and no message is lost, and at most what was in flight is repeated. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { contacts } from '../../db/schema/index.ts'
import { freshDatabase } from '../database.ts'
import { startTelegramServer, type TelegramServer } from '../telegram-server.ts'
import { startProgram, until } from './process.ts'

const TOKEN = '4343:kills'

/** Recipients with an open chat, one waiting message each. */
async function queueMessages(db: Db, telegram: TelegramServer, count: number) {
  const ids = Array.from({ length: count }, (_, i) => 70_000 + i)
  for (const id of ids) telegram.chat(id).standing = 'open'
  const rows = ids.map((id) => ({ channel: 'telegram' as const, bot: '4343', externalId: String(id) }))
  const made = await db.insert(contacts).values(rows).returning({ id: contacts.id })
  const now = new Date()
  for (const { id } of made) {
    await enqueue(db, {
      key: `m${id}`,
      kind: 'announcement',
      contactId: id,
      message: { text: `m${id}` },
      now,
    })
  }
}

const delivered = (telegram: TelegramServer) =>
  telegram.calls('sendMessage').map(({ params }) => String((params as { chat_id: unknown }).chat_id))

const count = async (db: Db, what: string) => {
  const [row] = await db.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${what}`))
  return row?.n ?? 0
}

test('kill -9 in the middle of sending loses no message and repeats at most those in flight', async () => {
  const { db, url } = await freshDatabase()
  const telegram = await startTelegramServer({ token: TOKEN, latencyMs: 30 })
  await queueMessages(db, telegram, 120)
  const first = await startProgram(url, telegram, 100)
  await until(() => delivered(telegram).length > 40)
  await first.end('SIGKILL')
  const open = await count(db, "outbox where state = 'sending'")
  await startProgram(url, telegram, 100)
  await until(async () => (await count(db, "outbox where state in ('waiting', 'sending')")) === 0)
  const all = delivered(telegram)
  expect(new Set(all).size).toBe(120)
  expect(all.length - 120).toBeLessThanOrEqual(open)
  expect(await count(db, "outbox where state = 'sent'")).toBe(120)
  await telegram.stop()
})

test('kill -9 while people write loses no reply, and none is answered twice', async () => {
  const { db, url } = await freshDatabase()
  const telegram = await startTelegramServer({ token: TOKEN })
  const people = Array.from({ length: 30 }, (_, i) => telegram.person({ firstName: `P${i}` }))
  let program = await startProgram(url, telegram)
  for (const person of people) person.pressesStart()
  for (let kills = 0; kills < 3; kills++) {
    await new Promise((done) => setTimeout(done, 60 + 70 * kills))
    await program.end('SIGKILL')
    program = await startProgram(url, telegram)
  }
  await until(async () => (await count(db, 'inbox where handled_at is not null')) === 30)
  await until(async () => (await count(db, "outbox where state in ('waiting', 'sending')")) === 0)
  expect(await count(db, 'outbox')).toBe(30)
  for (const person of people) expect(person.screen()).toContain('Kính chào')
  await telegram.stop()
})

test('two processes never poll or send at once; the second takes over within 15 seconds of a kill', async () => {
  const { db, url } = await freshDatabase()
  const telegram = await startTelegramServer({ token: TOKEN })
  const first = await startProgram(url, telegram)
  await until(() => telegram.calls('getUpdates').length > 0)
  const second = await startProgram(url, telegram)
  await new Promise((done) => setTimeout(done, 3_000))
  expect(second.printed()).not.toContain('bot_held')
  expect(telegram.journal.some(({ answer }) => JSON.stringify(answer).includes('409'))).toBe(false)
  await first.end('SIGKILL')
  const killed = performance.now()
  await until(() => second.printed().includes('bot_held'))
  expect(performance.now() - killed).toBeLessThan(15_000)
  await queueMessages(db, telegram, 5)
  await until(() => delivered(telegram).length === 5)
  await telegram.stop()
}, 40_000)

test('SIGTERM ends within ten seconds, with nothing lost and nothing left in flight', async () => {
  const { db, url } = await freshDatabase()
  const telegram = await startTelegramServer({ token: TOKEN, latencyMs: 100 })
  await queueMessages(db, telegram, 60)
  const program = await startProgram(url, telegram, 50)
  await until(() => delivered(telegram).length > 10)
  expect(await program.end('SIGTERM')).toBeLessThan(10_000)
  expect(program.exitCode()).toBe(0)
  expect(await count(db, "outbox where state = 'sending'")).toBe(0)
  expect(await count(db, "outbox where state = 'sent'")).toBe(delivered(telegram).length)
  await telegram.stop()
}, 90_000)
