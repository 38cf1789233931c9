/** Files go out with their message once they are here, and words never wait for a file that is gone. */
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { addAttachment } from '../../../db/answers/attachments.ts'
import type { Db } from '../../../db/client.ts'
import { keepMedia } from '../../../db/messages/media.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { attachments, contacts, outbox, people } from '../../../db/schema/index.ts'
import type { OutgoingFile } from '../../../domain/message.ts'
import { createDispatch } from '../../../jobs/dispatch.ts'
import { connected } from '../../bot/telegram/connected.ts'
import { PDF } from '../../bot/telegram/pictures.ts'
import { freshDatabase } from '../../database.ts'
import { jpeg } from '../../sample-files.ts'

const PHOTO = jpeg(64, 48)
const clock = () => new Date()
const keep = (db: Db, bytes: Buffer, contentType: string) =>
  keepMedia(db, { bytes, contentType, sha256: createHash('sha256').update(bytes).digest('hex') })

/** Lan with a chat on the tests' Telegram, to which a sender sends what the outbox holds. */
async function office() {
  const { db } = await freshDatabase()
  const { server, channel } = await connected()
  const lan = server.person({ firstName: 'Lan', started: true })
  const [person] = await db.insert(people).values({ fullName: 'Lan' }).returning()
  const chat = { channel: channel.name, bot: channel.bot, externalId: String(lan.id), personId: person!.id }
  const [contact] = await db.insert(contacts).values(chat).returning()
  const contactId = contact!.id
  const stop = new AbortController()
  const dispatch = createDispatch({ db, channel, rate: 100, clock, log: () => {} })
  const running = dispatch.run(stop.signal)
  onTestFinished(async () => {
    stop.abort()
    await running
  })
  return {
    db,
    server,
    lan,
    row: async () => (await db.select().from(outbox))[0],
    /** A photo that Lan sent and that is still to be downloaded. */
    photo: () =>
      db.transaction((tx) =>
        addAttachment(tx, {
          contactId,
          personId: person!.id,
          ref: { ref: 'photo', kind: 'photo' },
          messageId: '1',
          now: clock(),
        }),
      ),
    async put(files: OutgoingFile[]) {
      const message = { text: 'Đề cử: bà Lan', files }
      await enqueue(db, { key: 'x', kind: 'answer', contactId, message, now: clock() })
      dispatch.wake()
    },
  }
}

test('a message waits for its photo, and goes out with it when the photo is here', async () => {
  const { db, server, lan, photo, put, row } = await office()
  const attachment = await photo()
  const plan = await keep(db, PDF, 'application/pdf')
  await put([{ attachment }, { media: plan, name: 'Kế hoạch 83.pdf' }])
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'waiting', attempts: 1 }))
  expect(lan.screen()).toBe('')

  const mediaId = await keep(db, PHOTO, 'image/jpeg')
  await db.update(attachments).set({ state: 'stored', mediaId }).where(eq(attachments.id, attachment))
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'sent' }), { timeout: 20_000 })
  expect(lan.files()).toEqual([
    { kind: 'photo', caption: '', bytes: PHOTO },
    { kind: 'document', name: 'Kế hoạch 83.pdf', caption: '', bytes: PDF },
  ])
  expect(lan.lastMessage()?.text).toBe('Đề cử: bà Lan')
  expect(server.violations).toEqual([])
})

test('a photo that is no longer kept is left out, and its words still go', async () => {
  const { db, server, lan, photo, put, row } = await office()
  const attachment = await photo()
  await db.update(attachments).set({ state: 'refused' }).where(eq(attachments.id, attachment))
  await put([{ attachment }, { media: 999, name: 'gone.pdf' }])
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'sent' }), { timeout: 20_000 })
  expect(lan.screen()).toBe('bot #1: Đề cử: bà Lan')
  expect(server.violations).toEqual([])
})

test('a message that waited so long that its tries cannot be counted any more still goes out', async () => {
  const { db, photo, put, row } = await office()
  const attachment = await photo()
  await put([{ attachment }])
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'waiting', attempts: 1 }))
  await db.update(outbox).set({ attempts: 32_767 })
  await db.update(attachments).set({ state: 'failed', failure: 'unreachable' })
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'sent' }), { timeout: 20_000 })
})
