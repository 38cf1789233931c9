/** The one sender of a bot: pace, order, pauses, and the truth about every outcome. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { contacts, outbox } from '../../db/schema/index.ts'
import { createDispatch } from '../../jobs/dispatch.ts'
import { freshDatabase } from '../database.ts'
import { fakeChannel } from '../fake-channel.ts'

const clock = () => new Date()

async function chats(db: Db, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_, i) => ({
    channel: 'telegram' as const,
    bot: '1',
    externalId: String(1000 + i),
  }))
  return (await db.insert(contacts).values(rows).returning({ id: contacts.id })).map((row) => row.id)
}

const put = (db: Db, contactId: number, text: string, kind: 'answer' | 'announcement' = 'answer') =>
  enqueue(db, { key: text, kind, contactId, message: { text }, now: clock() })

/** Runs a sender until the ledger holds nothing that waits, then stops it. */
async function drain(db: Db, platform: ReturnType<typeof fakeChannel>, rate = 1_000) {
  const stop = new AbortController()
  const running = createDispatch({ db, channel: platform.channel, rate, clock, log: () => {} }).run(
    stop.signal,
  )
  const open = async () => {
    const rows = await db.select({ state: outbox.state }).from(outbox)
    return rows.some(({ state }) => state === 'waiting' || state === 'sending')
  }
  while (await open()) await new Promise((done) => setTimeout(done, 20))
  stop.abort()
  await running
}

const states = async (db: Db) =>
  (await db.select().from(outbox).orderBy(outbox.id)).map(({ state, failure, repeated }) => ({
    state,
    failure,
    repeated,
  }))

test('a message enqueued twice is sent once', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const [chat = 0] = await chats(db, 1)
  expect(await put(db, chat, 'x')).not.toBeNull()
  expect(await put(db, chat, 'x')).toBeNull()
  await drain(db, platform)
  expect(platform.texts()).toEqual(['x'])
})

test('one chat gets its messages in order and a second apart, and holds up nobody else', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const [a = 0, b = 0] = await chats(db, 2)
  for (const text of ['a1', 'a2', 'b1']) await put(db, text.startsWith('a') ? a : b, text)
  await drain(db, platform)
  expect(platform.texts()).toEqual(['a1', 'b1', 'a2'])
  const [first, , last] = platform.sent
  expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950)
})

test('an answer overtakes what the office sends to many', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const ids = await chats(db, 41)
  for (const id of ids.slice(1)) await put(db, id, `many ${id}`, 'announcement')
  await put(db, ids[0] ?? 0, 'answer')
  await drain(db, platform)
  expect(platform.texts()[0]).toBe('answer')
})

test('a message whose hour has not come holds up no other of its chat', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const [chat = 0] = await chats(db, 1)
  const now = clock()
  const tomorrow = new Date(now.getTime() + 86_400_000)
  const early = { kind: 'announcement' as const, contactId: chat, now }
  const later = await enqueue(db, { ...early, key: 'l', message: { text: 'tomorrow' }, notBefore: tomorrow })
  await put(db, chat, 'today', 'announcement')
  const stop = new AbortController()
  const running = createDispatch({ db, channel: platform.channel, rate: 100, clock, log: () => {} }).run(
    stop.signal,
  )
  await expect.poll(() => platform.texts()).toEqual(['today'])
  stop.abort()
  await running
  const [row] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.id, later ?? 0))
  expect(row?.state).toBe('waiting')
})

test('many sends are in flight at once and the pace is kept', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel({ latencyMs: 100 })
  for (const id of await chats(db, 100)) await put(db, id, `m ${id}`)
  await drain(db, platform, 100)
  expect(platform.mostInFlight()).toBeGreaterThan(5)
  const span = (platform.sent.at(-1)?.at ?? 0) - (platform.sent[0]?.at ?? 0)
  expect(span).toBeGreaterThan(900)
})

test('"too many requests" pauses the whole bot, and the message goes out afterwards', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  platform.failNext('retry', { retryAfterSeconds: 1 })
  for (const id of await chats(db, 20)) await put(db, id, `m ${id}`)
  const began = performance.now()
  await drain(db, platform, 50)
  expect(platform.sent).toHaveLength(20)
  // Those already on their way may still go; nothing new does.
  expect(platform.sent.filter(({ at }) => at - began < 900).length).toBeLessThan(10)
})

test('an outcome that nobody knows is tried once more and marked; the second time it stays unknown', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const [chat = 0] = await chats(db, 1)
  platform.failNext('unknown')
  platform.failNext('unknown')
  await put(db, chat, 'x')
  await drain(db, platform)
  expect(await states(db)).toEqual([{ state: 'unknown', failure: null, repeated: true }])
})

test.each(['blocked', 'unreachable'] as const)(
  'a %s chat fails at once and is known as unreachable',
  async (failure) => {
    const { db } = await freshDatabase()
    const platform = fakeChannel()
    const [chat = 0, other = 0] = await chats(db, 2)
    platform.failNext(failure)
    await put(db, chat, 'x')
    await put(db, other, 'y')
    await drain(db, platform)
    expect(await states(db)).toEqual([
      { state: 'failed', failure, repeated: false },
      { state: 'sent', failure: null, repeated: false },
    ])
    const [row] = await db.select().from(contacts).where(eq(contacts.id, chat))
    expect(row?.state).toBe('unreachable')
  },
)

test('a chat that moved is followed', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const [chat = 0] = await chats(db, 1)
  platform.failNext('moved', { movedTo: '-100777' })
  await put(db, chat, 'x')
  await drain(db, platform)
  expect(platform.sent.map(({ to }) => to.id)).toEqual(['-100777'])
})

test('what a killed sender left open goes out once more, marked; a second kill leaves it unknown', async () => {
  const { db } = await freshDatabase()
  const [a = 0, b = 0] = await chats(db, 2)
  await put(db, a, 'once')
  await put(db, b, 'twice')
  await db.update(outbox).set({ state: 'sending' })
  await db.update(outbox).set({ repeated: true }).where(eq(outbox.contactId, b))
  const platform = fakeChannel()
  await drain(db, platform)
  expect(platform.texts()).toEqual(['once'])
  expect(await states(db)).toEqual([
    { state: 'sent', failure: null, repeated: true },
    { state: 'unknown', failure: null, repeated: true },
  ])
})

test('stopping gives back what was claimed and not yet sent', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  for (const id of await chats(db, 50)) await put(db, id, `m ${id}`)
  const stop = new AbortController()
  const running = createDispatch({ db, channel: platform.channel, rate: 20, clock, log: () => {} }).run(
    stop.signal,
  )
  await new Promise((done) => setTimeout(done, 400))
  stop.abort()
  await running
  const sent = (await states(db)).filter(({ state }) => state === 'sent').length
  const waiting = (await states(db)).filter(({ state }) => state === 'waiting').length
  expect(sent).toBe(platform.sent.length)
  expect(sent + waiting).toBe(50)
})
