/** A bot whose platform takes nothing: its readers hear by another bot, and the office hears of the bot. */
import { and, eq, inArray, like } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { sendInstead } from '../../../db/messages/fall-back.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { contacts, outbox } from '../../../db/schema/index.ts'
import { createDispatch } from '../../../jobs/dispatch.ts'
import { freshDatabase } from '../../database.ts'
import { fakeChannel } from '../../fake-channel.ts'
import { addStaff, type SeededPerson, seedOffice } from '../../seed.ts'
import { zaloChat } from '../bots/near-limits.ts'

let db: Db
let both: SeededPerson
let alone: SeededPerson
let staffOnZalo: number
let minutes = 0
const clock = () => new Date(Date.now() + minutes * 60_000)

beforeEach(async () => {
  db = (await freshDatabase()).db
  const units = await seedOffice(db, { units: 2 })
  both = units[0]!.head
  alone = units[1]!.head
  await zaloChat(db, both.id)
  staffOnZalo = await zaloChat(db, (await addStaff(db, 'Trần Thu Hà')).id)
  minutes = 0
})

const put = ({ contactId, id }: SeededPerson, key: string, kind: 'digest' | 'answer' = 'digest') =>
  enqueue(db, { key, kind, contactId, personId: id, message: { text: key }, now: clock() })

const ledger = async () => {
  const rows = await db.select().from(outbox).orderBy(outbox.id)
  return rows
    .filter(({ key }) => !key.startsWith('bot-'))
    .map(({ key, state, failure, insteadOf }) =>
      insteadOf === null ? `${key} ${failure ?? state}` : `${key.replace(/:\d+$/, '')} (again) ${state}`,
    )
}

/** A machine with much else to do takes its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })

/** The Telegram bot runs until `done` says so. */
async function runs(platform: ReturnType<typeof fakeChannel>, done: () => Promise<void>) {
  const stop = new AbortController()
  const options = { db, channel: platform.channel, rate: 500, chatRestMs: 0, clock, log: () => {} }
  const running = createDispatch(options).run(stop.signal)
  await done().finally(() => stop.abort())
  await running
}

test('with a void token, all that may goes by the other bot; an answer and who has no other chat wait', async () => {
  const platform = fakeChannel()
  for (let times = 0; times < 10; times++) platform.failNext('unauthorized')
  await put(alone, 'only here')
  for (const key of ['one', 'two', 'three']) await put(both, key)
  await put(both, 'note-reply:7', 'answer')
  await put(both, 'answer:1:0', 'answer')
  await runs(platform, () => eventually(async () => (await ledger()).length).toBe(10))
  expect((await ledger()).sort()).toEqual([
    'answer:1:0 waiting',
    'note-reply:7 (again) waiting',
    'note-reply:7 unauthorized',
    'one (again) waiting',
    'one unauthorized',
    'only here waiting',
    'three (again) waiting',
    'three unauthorized',
    'two (again) waiting',
    'two unauthorized',
  ])
  expect(platform.sent).toEqual([])
})

test('to be asked to wait for a minute moves nothing; for five it is the month’s end, and the office is told once', async () => {
  const platform = fakeChannel()
  const refuse = () => platform.failNext('retry', { retryAfterSeconds: 0.05 })
  const told = () => db.select().from(outbox).where(like(outbox.key, 'bot-exhausted:%'))
  for (let times = 0; times < 200; times++) refuse()
  await put(both, 'one')
  await put(alone, 'only here')
  await runs(platform, async () => {
    await eventually(async () => (await db.select().from(outbox))[0]?.attempts).toBeGreaterThan(1)
    minutes = 1
    await new Promise((done) => setTimeout(done, 200))
    expect(await ledger()).toHaveLength(2)
    minutes = 6
    await eventually(ledger).toHaveLength(3)
    await new Promise((done) => setTimeout(done, 200))
  })
  expect(await ledger()).toEqual(['one out_of_quota', 'only here waiting', 'one (again) waiting'])
  expect(await told()).toMatchObject([
    { contactId: staffOnZalo, message: { text: expect.stringContaining('đã hơn 5 phút') } },
  ])
})

test('when it works again, so does everything', async () => {
  const platform = fakeChannel()
  platform.failNext('retry', { retryAfterSeconds: 0.05 })
  await put(both, 'one')
  const open = and(inArray(outbox.state, ['waiting', 'sending']), eq(outbox.kind, 'digest'))
  await runs(platform, () => eventually(() => db.$count(outbox, open)).toBe(0))
  minutes = 10
  platform.failNext('retry', { retryAfterSeconds: 0.05 })
  await put(both, 'two')
  await runs(platform, () => eventually(() => db.$count(outbox, open)).toBe(0))
  expect(await ledger()).toEqual(['one sent', 'two sent'])
})

test('what came from the other bot because that one took nothing waits here', async () => {
  const platform = fakeChannel()
  for (let times = 0; times < 10; times++) platform.failNext('unauthorized')
  const zalo = await enqueue(db, {
    key: 'came',
    kind: 'digest',
    contactId: (
      await db
        .select()
        .from(contacts)
        .where(eq(contacts.externalId, `z${both.id}`))
    )[0]!.id,
    personId: both.id,
    message: { text: 'came' },
    now: clock(),
  })
  await sendInstead(db, [zalo!], { failure: 'out_of_quota', now: clock() })
  await runs(platform, () =>
    eventually(async () => (await db.select().from(outbox).orderBy(outbox.id))[1]?.attempts).toBeGreaterThan(
      0,
    ),
  )
  expect(await ledger()).toEqual(['came out_of_quota', 'came (again) waiting'])
})
