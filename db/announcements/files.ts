/** The photos and documents that go out with an announcement. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { OutgoingFile } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { attachments } from '../schema/index.ts'

/** What somebody sent while they wrote the announcement belongs to it, and nobody asks what else it might be. */
export async function fileWithAnnouncement(
  tx: Tx,
  id: number,
  announcementId: number,
  now: Date,
): Promise<void> {
  await tx.update(attachments).set({ announcementId, placedAt: now }).where(eq(attachments.id, id))
}

/** In the order they came; without those that could not be kept. */
export async function announcementFiles(tx: Tx | Db, announcementId: number): Promise<OutgoingFile[]> {
  return tx
    .select({ attachment: attachments.id })
    .from(attachments)
    .where(
      and(eq(attachments.announcementId, announcementId), inArray(attachments.state, ['waiting', 'stored'])),
    )
    .orderBy(asc(attachments.id))
}

/** The announcement goes out without its files. */
export async function takeFilesOff(tx: Tx, announcementId: number): Promise<void> {
  await tx
    .update(attachments)
    .set({ announcementId: null })
    .where(eq(attachments.announcementId, announcementId))
}
