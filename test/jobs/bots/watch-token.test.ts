/** A token that was revoked: the office hears of it where the bot's silence does not reach, once a day. */
import { like } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import type { Db } from '../../../db/client.ts'
import { contacts, outbox } from '../../../db/schema/index.ts'
import { lookAtToken } from '../../../jobs/bots/watch-token.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { zaloChat } from './near-limits.ts'

let db: Db
let zalo: number

beforeEach(async () => {
  db = (await freshDatabase()).db
  await seedOffice(db)
  const both = await addStaff(db, 'Trần Thu Hà')
  await addStaff(db, 'Vũ Thị Mai')
  zalo = await zaloChat(db, both.id)
})

/** One look at the Telegram bot: what it found, and what it logged. */
async function look(failure: 'unauthorized' | 'retry' | null, heard: Date | null = null, day = '17') {
  const found: unknown[] = []
  const channel = {
    name: 'telegram' as const,
    bot: '1',
    lastHeard: () => heard,
    async introduce() {
      if (failure) throw new SendError(failure, failure)
      return 'office_bot'
    },
  }
  const clock = () => new Date(`2026-12-${day}T02:00:00Z`)
  const log = (event: string, facts?: Record<string, unknown>) => found.push({ event, ...facts })
  await lookAtToken({ db, channel, clock, log, onLook: (isVoid) => found.push(isVoid) })
  return found
}
const told = () => db.select().from(outbox).where(like(outbox.key, 'bot-void:%'))

test('whoever of the office has a chat on another bot is told there, once a day', async () => {
  const logged = { event: 'token_void', channel: 'telegram', bot: '1' }
  expect(await look('unauthorized')).toEqual([true, { ...logged, told: 1 }])
  await look('unauthorized')
  expect(await told()).toMatchObject([
    { contactId: zalo, kind: 'answer', message: { text: expect.stringContaining('mã truy cập (token)') } },
  ])
  await look('unauthorized', null, '18')
  expect(await told()).toHaveLength(2)
})

test('where there is no other chat, the log and the health page say it', async () => {
  await db.update(contacts).set({ state: 'unreachable' })
  expect(await look('unauthorized')).toEqual([
    true,
    expect.objectContaining({ event: 'token_void', told: 0 }),
  ])
  expect(await told()).toEqual([])
})

test('a platform that answers is not asked, and one that cannot be reached is no void token', async () => {
  expect(await look('unauthorized', new Date())).toEqual([false])
  expect(await look('retry')).toEqual([false])
  expect(await look(null)).toEqual([false])
  expect(await told()).toEqual([])
})
