/** The pictures of a proposal: those that show the nominee, and those that prove a consent. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { deleteFiles, isUnused } from '../forgetting/delete-files.ts'
import { attachments, media } from '../schema/index.ts'

export type ExemplarPart = 'photo' | 'consent'

/** Says which proposal these files belong to, and as what; nobody is asked about them again. */
export async function addToExemplar(
  tx: Tx,
  ids: number[],
  place: { exemplarId: number; exemplarPart: ExemplarPart },
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(attachments)
    .set({ ...place, placedAt: now })
    .where(inArray(attachments.id, ids))
}

/** The files of a proposal that are here or on their way, oldest first. */
export async function exemplarFiles(tx: Tx, exemplarId: number) {
  return tx
    .select({ id: attachments.id, part: attachments.exemplarPart, albumId: attachments.albumId })
    .from(attachments)
    .where(and(eq(attachments.exemplarId, exemplarId), inArray(attachments.state, ['waiting', 'stored'])))
    .orderBy(attachments.id)
}

/** Removes files for good. */
export async function removeFiles(tx: Tx, ids: number[]): Promise<void> {
  await deleteFiles(tx, inArray(attachments.id, ids))
}

/** Removes the files of one part for good. */
export async function removeExemplarFiles(tx: Tx, exemplarId: number, part: ExemplarPart): Promise<void> {
  await deleteFiles(tx, and(eq(attachments.exemplarId, exemplarId), eq(attachments.exemplarPart, part)))
}

/** What is kept instead of a picture of an identity paper: that there was one, so that its album is known by it. */
export async function refuseIdentityPaper(tx: Tx, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  const refused = await tx
    .select({ mediaId: attachments.mediaId })
    .from(attachments)
    .where(and(inArray(attachments.id, ids), isNotNull(attachments.mediaId)))
  await tx
    .update(attachments)
    .set({
      state: 'refused',
      failure: IDENTITY_PAPER,
      ref: { ref: '', kind: 'photo' },
      caption: null,
      exemplarId: null,
      exemplarPart: null,
      mediaId: null,
      placedAt: now,
    })
    .where(inArray(attachments.id, ids))
  const bytes = refused.flatMap(({ mediaId }) => mediaId ?? [])
  if (bytes.length > 0) await tx.delete(media).where(and(inArray(media.id, bytes), isUnused))
}

/** Why a picture was refused that its sender called an identity paper. */
export const IDENTITY_PAPER = 'identity_paper'
