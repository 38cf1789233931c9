/** From a platform's promise of a file to bytes of ours, whatever happens on the way. */
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import type { Db } from '../../../db/client.ts'
import { attachments, media, outbox } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { pdf } from '../../sample-documents.ts'
import { jpeg } from '../../sample-files.ts'
import { sender, sends } from '../../senders.ts'
import { downloading, settled } from './downloads.ts'

const files = (db: Db) => db.select().from(attachments).orderBy(attachments.id)

test('a photo is kept with its bytes, its fingerprint, its type and its size', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  await downloading(db, async () => jpeg(640, 480)).until(() => settled(db))
  const sha256 = createHash('sha256').update(jpeg(640, 480)).digest('hex')
  expect(await db.select().from(media)).toMatchObject([
    { sha256, bytes: jpeg(640, 480), contentType: 'image/jpeg', width: 640, height: 480 },
  ])
  expect(await db.$count(outbox)).toBe(0)
})

test('the same photo sent by two people is kept once, and belongs to both', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  await sends(db, await sender(db, 'Hoa'))
  await downloading(db, async () => jpeg(640, 480)).until(() => settled(db))
  const [kept] = await db.select().from(media)
  expect(await db.$count(media)).toBe(1)
  expect((await files(db)).map(({ mediaId }) => mediaId)).toEqual([kept?.id, kept?.id])
})

test('a PDF that is named photo.jpg is kept as the PDF it is', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'), {
    ref: { ref: 'x', kind: 'document', fileName: 'photo.jpg' },
  })
  await downloading(db, async () => pdf()).until(() => settled(db))
  expect(await db.select().from(media)).toMatchObject([{ contentType: 'application/pdf', width: null }])
})

test('a file that does not come the first time comes later, and nobody is bothered', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  const failures = [new SendError('retry', 'no network'), new SendError('unknown', 'cut off')]
  const platform = downloading(db, async () => {
    const failure = failures.shift()
    if (failure) throw failure
    return jpeg(640, 480)
  })
  await platform.until(async () => (await files(db))[0]?.attempts === 1)
  expect(await files(db)).toMatchObject([{ state: 'waiting', failure: 'retry' }])
  platform.later(4)
  await platform.until(() => true)
  expect(platform.asked.length).toBe(1)
  platform.later(1)
  await platform.until(async () => (await files(db))[0]?.attempts === 2)
  platform.later(10)
  await platform.until(() => settled(db))
  expect(await files(db)).toMatchObject([{ state: 'stored', failure: null }])
  expect(await db.$count(outbox)).toBe(0)
})

test('a download killed half-way is done again by the next start, and the late bytes of the first change nothing', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  let comeLate: (bytes: Uint8Array) => void = () => {}
  const slow = downloading(db, () => new Promise((resolve) => (comeLate = resolve)))
  await slow.until(() => slow.asked.length === 1)
  expect(await files(db)).toMatchObject([{ state: 'waiting', attempts: 0 }])
  comeLate(jpeg(8, 8))
  await new Promise((done) => setTimeout(done, 50))
  expect(await db.$count(media)).toBe(0)
  await downloading(db, async () => jpeg(640, 480)).until(() => settled(db))
  expect(await db.select().from(media)).toMatchObject([{ width: 640 }])
})

test('a stop lets the download in hand come to its end, and waits no longer', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  let come: (bytes: Uint8Array) => void = () => {}
  const platform = downloading(db, () => new Promise((resolve) => (come = resolve)))
  const running = platform.start()
  while (platform.asked.length === 0) await new Promise((done) => setTimeout(done, 10))
  running.abort()
  await new Promise((done) => setTimeout(done, 50))
  come(jpeg(640, 480))
  const cameAt = performance.now()
  await running.ended
  expect(performance.now() - cameAt).toBeLessThan(10_000)
  expect(await files(db)).toMatchObject([{ state: 'stored' }])
})

test('four are fetched at once, and one that hangs holds up none of the others', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  for (let n = 0; n < 9; n++) await sends(db, lan, { ref: { ref: String(n), kind: 'photo' } })
  let release = () => {}
  const hangs = new Promise<void>((resolve) => (release = resolve))
  let inHand = 0
  let most = 0
  const platform = downloading(db, async ({ ref }) => {
    most = Math.max(most, ++inHand)
    await (ref === '0' ? hangs : new Promise((done) => setTimeout(done, 20)))
    inHand--
    return jpeg(640, 480)
  })
  await platform.until(async () => {
    const stored = await db.$count(attachments, eq(attachments.state, 'stored'))
    if (stored === 8) release()
    return stored === 9
  })
  expect(most).toBe(4)
  expect(platform.asked.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8'])
})

test('a file that the database did not take is tried again, and no log shows its bytes', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  const bytes = Buffer.concat([jpeg(640, 480), Buffer.from('what nobody may read in a log')])
  const platform = downloading(db, async () => bytes)
  await db.execute(sql`alter table media rename to media_away`)
  await platform.until(async () => (await files(db))[0]?.attempts === 1)
  await db.execute(sql`alter table media_away rename to media`)
  platform.later(5)
  await platform.until(() => settled(db))
  expect(await files(db)).toMatchObject([{ state: 'stored' }])
  expect(platform.logged.length).toBeGreaterThan(1)
  expect(JSON.stringify(platform.logged)).not.toMatch(/nobody may read|ffd8|JFIF/)
})
