/** A message in several parts: those that are through are remembered until all are, and no longer than its words. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enqueue, reword } from '../../../db/messages/outbox.ts'
import { contacts, outbox } from '../../../db/schema/index.ts'
import { createDispatch } from '../../../jobs/dispatch.ts'
import { freshDatabase } from '../../database.ts'
import { fakeChannel } from '../../fake-channel.ts'
import { BOT } from '../../seed.ts'

test('the next try is told what is through; of other words nothing is', async () => {
  const { db } = await freshDatabase()
  const platform = fakeChannel()
  const clock = () => new Date()
  const [chat] = await db
    .insert(contacts)
    .values({ ...BOT, externalId: '7' })
    .returning()
  const put = (key: string) =>
    enqueue(db, { key, kind: 'answer', contactId: chat!.id, message: { text: key }, now: clock() })
  const stop = new AbortController()
  const options = { db, channel: platform.channel, rate: 500, chatRestMs: 0, clock, log: () => {} }
  const already = () => platform.sent.map((sent) => sent.already)

  platform.failNext('retry', { retryAfterSeconds: 0.1, through: ['part 1'] })
  platform.failNext('retry', { retryAfterSeconds: 0.1 })
  await put('x')
  const first = createDispatch(options).run(stop.signal)
  await expect.poll(already).toEqual([['part 1']])
  stop.abort()
  await first

  const id = await put('y')
  await db
    .update(outbox)
    .set({ otherIds: ['part 1'] })
    .where(eq(outbox.id, id!))
  await reword(db, id!, { text: 'z' })
  const again = new AbortController()
  const second = createDispatch(options).run(again.signal)
  await expect.poll(already).toEqual([['part 1'], []])
  again.abort()
  await second
})
