/** The files that a platform still keeps for us: which to fetch next, and what became of each. */
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { attachments, contacts } from '../schema/index.ts'
import { keepMedia, type NewMedia } from './media.ts'

/**
 * Why a file is not kept. `too_large` `empty` `unsupported` `damaged`: we looked · `unavailable`: the platform will not
 * hand it out · `unreachable`: it did not come, however often it was asked for.
 */
export type FileFailure = 'too_large' | 'empty' | 'unsupported' | 'damaged' | 'unavailable' | 'unreachable'

export type WaitingFile = Pick<
  typeof attachments.$inferSelect,
  'id' | 'contactId' | 'personId' | 'ref' | 'albumId' | 'attempts' | 'receivedAt'
>

/** What may be fetched now through one bot, the oldest first. A download that was killed is simply among them again. */
export async function waitingDownloads(db: Db, bot: Bot, limit: number, now: Date): Promise<WaitingFile[]> {
  return db
    .select({
      id: attachments.id,
      contactId: attachments.contactId,
      personId: attachments.personId,
      ref: attachments.ref,
      albumId: attachments.albumId,
      attempts: attachments.attempts,
      receivedAt: attachments.receivedAt,
    })
    .from(attachments)
    .innerJoin(contacts, eq(contacts.id, attachments.contactId))
    .where(
      and(
        eq(attachments.state, 'waiting'),
        lte(attachments.notBefore, now),
        eq(contacts.channel, bot.channel),
        eq(contacts.bot, bot.bot),
      ),
    )
    .orderBy(asc(attachments.id))
    .limit(limit)
}

/** Keeps the bytes, unless the same are kept already, and ties the file to them. False: it no longer waits. */
export async function storeMedia(db: Db | Tx, id: number, m: NewMedia): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Locked first: bytes of a file that was erased meanwhile must not be kept.
    const waiting = await tx.select({ id: attachments.id }).from(attachments).where(waits(id)).for('update')
    if (waiting.length === 0) return false
    const mediaId = await keepMedia(tx, m)
    await tx
      .update(attachments)
      .set({ state: 'stored', mediaId, failure: null })
      .where(eq(attachments.id, id))
    return true
  })
}

/** It did not come this time, and is asked for again at `notBefore`. */
export async function downloadFailed(
  db: Db | Tx,
  id: number,
  next: { attempts: number; notBefore: Date; failure: string },
): Promise<void> {
  await db.update(attachments).set(next).where(waits(id))
}

/** Gives a file up. False when that was done before, or it has come after all: then nobody is told. */
export async function refuse(tx: Tx, id: number, failure: FileFailure): Promise<boolean> {
  const rows = await tx
    .update(attachments)
    .set({ state: failure === 'unreachable' ? 'failed' : 'refused', failure })
    .where(waits(id))
    .returning({ id: attachments.id })
  return rows.length > 0
}

const waits = (id: number) => and(eq(attachments.id, id), eq(attachments.state, 'waiting'))
