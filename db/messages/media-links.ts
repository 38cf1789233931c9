/** Links by which a platform's servers fetch a picture of ours: nobody guesses them, and they end by themselves. */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { media, mediaLinks } from '../schema/index.ts'

/** Long enough for a phone that was off over a holiday to load the picture. */
const GOOD_FOR_MS = 7 * 24 * 3_600_000

/** We keep only this: a leaked backup opens no picture. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes a link to bytes that are kept; resolves with its secret part. */
export async function linkToMedia(db: Db, mediaId: number, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + GOOD_FOR_MS)
  await db.insert(mediaLinks).values({ tokenHash: hashOf(token), mediaId, expiresAt })
  return token
}

export type LinkedMedia = { contentType: string; bytes: Uint8Array<ArrayBuffer> }

/** Null for a link that never was, and for one that is over. As often as it is asked: Zalo looks more than once. */
export async function linkedMedia(db: Db, token: string, now: Date): Promise<LinkedMedia | null> {
  const [found] = await db
    .select({ contentType: media.contentType, bytes: media.bytes })
    .from(mediaLinks)
    .innerJoin(media, eq(media.id, mediaLinks.mediaId))
    .where(and(eq(mediaLinks.tokenHash, hashOf(token)), gt(mediaLinks.expiresAt, now)))
  return found ? { contentType: found.contentType, bytes: new Uint8Array(found.bytes) } : null
}

/** Removes links that ended before a moment, at most so many; resolves with how many. */
export async function forgetLinks(tx: Tx, endedBefore: Date, most: number): Promise<number> {
  const some = tx
    .select({ hash: mediaLinks.tokenHash })
    .from(mediaLinks)
    .where(lt(mediaLinks.expiresAt, endedBefore))
    .limit(most)
  const rows = await tx
    .delete(mediaLinks)
    .where(inArray(mediaLinks.tokenHash, some))
    .returning({ hash: mediaLinks.tokenHash })
  return rows.length
}
