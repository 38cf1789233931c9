/** A bot whose token was taken out: nothing waits for it for ever, and its people are written to elsewhere or called. */
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { keepRunningBots } from '../../../db/bots/gone.ts'
import type { Db } from '../../../db/client.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { claim } from '../../../db/messages/outbox-sending.ts'
import { callsToMake } from '../../../db/reminders/call-list.ts'
import { contacts } from '../../../db/schema/index.ts'
import { leaveGoneBots } from '../../../jobs/bots/leave-gone-bots.ts'
import { doctor } from '../../../office/commands/doctor.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { BOT, type SeededUnit, seedOffice } from '../../seed.ts'
import { ZALO, zaloChat } from './near-limits.ts'

let db: Db
/** Of the first unit the head has two chats, of the second on Telegram alone. */
let both: SeededUnit
let alone: SeededUnit
let zalo: number
const now = new Date('2026-12-17T02:00:00Z')
const today = date('2026-12-17')

beforeEach(async () => {
  db = (await freshDatabase()).db
  ;[both, alone] = (await seedOffice(db, { units: 2 })) as [SeededUnit, SeededUnit]
  zalo = await zaloChat(db, both.head.id, new Date('2026-01-01'))
})

const remind = ({ head }: SeededUnit, contactId = head.contactId) =>
  enqueue(db, {
    key: `reminder:${head.id}:${contactId}`,
    kind: 'reminder',
    contactId,
    personId: head.id,
    message: { text: 'x' },
    now,
  })
const tick = () => leaveGoneBots({ db, clock: () => now, log: () => {} })
const ledger = () =>
  db.execute('select recipient, channel, state, failure from summary.deliveries order by delivery_id')

test('what waited goes to the other chat, or stands as failed, and whoever has none is on the call list', async () => {
  await remind(both)
  await remind(alone)
  await keepRunningBots(db, [BOT, ZALO])
  await tick()
  expect(await ledger()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
  await keepRunningBots(db, [ZALO])
  await tick()
  await tick()
  expect(await ledger()).toEqual([
    { recipient: both.head.name, channel: 'telegram', state: 'failed', failure: 'bot_gone' },
    { recipient: alone.head.name, channel: 'telegram', state: 'failed', failure: 'bot_gone' },
    { recipient: both.head.name, channel: 'zalo', state: 'waiting', failure: null },
  ])
  const calls = await callsToMake(db, today)
  expect(calls.filter(({ reason }) => reason === 'unreachable').map(({ unit }) => unit.id)).toEqual([
    alone.id,
  ])
})

test('of what was under way nobody will know whether it arrived', async () => {
  await remind(alone)
  await claim(db, BOT, 5, now)
  await keepRunningBots(db, [ZALO])
  await tick()
  expect(await ledger()).toMatchObject([{ state: 'unknown', failure: null }])
})

test('when the token is back the chats work as before, and those that were closed stay closed', async () => {
  await db.update(contacts).set({ state: 'unreachable' }).where(eq(contacts.id, alone.head.contactId!))
  await keepRunningBots(db, [ZALO])
  await keepRunningBots(db, [])
  const states = async () =>
    (await db.select().from(contacts).orderBy(contacts.id)).map(({ id, state }) => [id, state])
  const telegram = both.head.contactId
  expect(await states()).toEqual([
    [telegram, 'bot_gone'],
    [alone.head.contactId, 'unreachable'],
    [zalo, 'reachable'],
  ])
  await keepRunningBots(db, [ZALO, BOT])
  expect(await states()).toEqual([
    [telegram, 'reachable'],
    [alone.head.contactId, 'unreachable'],
    [zalo, 'reachable'],
  ])
})

test('the doctor names the bot, and how many it cuts off', async () => {
  const bots = [{ ...ZALO, introduce: async () => 'bot.x' }]
  const { lines } = await doctor({ db, today, embedded: true, bots, limits: {}, heldReminders: 0 })
  const text = lines.join('\n')
  expect(text).toContain(
    'mend  telegram 1: not configured any more; 2 joined by it, and no other bot reaches 1',
  )
  expect(text).toContain('Put its token back into TELEGRAM_BOT_TOKEN')
  expect(text).not.toContain('zalo 431: not')
})
