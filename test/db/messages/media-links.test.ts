/** Pictures behind links: whoever has the link sees them, as often as they look, until it ends; nobody else ever does. */
import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { keepMedia } from '../../../db/messages/media.ts'
import { linkedMedia, linkToMedia } from '../../../db/messages/media-links.ts'
import { media, mediaLinks } from '../../../db/schema/index.ts'
import { prune } from '../../../jobs/prune.ts'
import { freshDatabase } from '../../database.ts'

const now = new Date('2026-12-17T02:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)

let db: Db
let picture: number

beforeEach(async () => {
  db = (await freshDatabase()).db
  picture = await keepMedia(db, { bytes: Buffer.from('jpeg'), sha256: 'x', contentType: 'image/jpeg' })
})

test('a link shows its picture again and again for a week, and then no more', async () => {
  const token = await linkToMedia(db, picture, now)
  for (const moment of [now, now, later(6.9)]) {
    const found = await linkedMedia(db, token, moment)
    expect(found && { ...found, bytes: Buffer.from(found.bytes).toString() }).toEqual({
      contentType: 'image/jpeg',
      bytes: 'jpeg',
    })
  }
  expect(await linkedMedia(db, token, later(7))).toBeNull()
})

test('what is kept of a link opens nothing, and no two links are alike', async () => {
  const tokens = [await linkToMedia(db, picture, now), await linkToMedia(db, picture, now)]
  expect(new Set(tokens).size).toBe(2)
  for (const token of tokens) expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(24)
  const kept = (await db.select().from(mediaLinks)).map(({ tokenHash }) => tokenHash)
  expect(kept.sort()).toEqual(tokens.map((token) => createHash('sha256').update(token).digest('hex')).sort())
  for (const hash of kept) expect(await linkedMedia(db, hash, now)).toBeNull()
})

test('a picture that is erased is behind no link any more', async () => {
  const token = await linkToMedia(db, picture, now)
  await db.delete(media)
  expect(await linkedMedia(db, token, now)).toBeNull()
})

test('links that ended are forgotten on the next day', async () => {
  await linkToMedia(db, picture, now)
  await prune({ db, clock: () => later(8), log: () => {} })
  expect(await db.select().from(mediaLinks)).toEqual([])
})
