/** The bytes of the files that go out with a message. */
import { inArray } from 'drizzle-orm'
import type { OutgoingFile } from '../../domain/message.ts'
import type { Db } from '../client.ts'
import { attachments, media } from '../schema/index.ts'

export type FileToSend = {
  /** Where its bytes are kept, for platforms that fetch them from us. */
  media: number
  name: string
  contentType: string
  bytes: Uint8Array
}

/**
 * The files in their order, without those that are no longer kept. Null: one that somebody sent us is still on its way
 * from the platform.
 */
export async function filesToSend(db: Db, files: readonly OutgoingFile[]): Promise<FileToSend[] | null> {
  const sent = await attachmentsOf(
    db,
    files.flatMap((file) => ('attachment' in file ? file.attachment : [])),
  )
  if ([...sent.values()].some(({ state }) => state === 'waiting')) return null
  const made = await mediaOf(
    db,
    files.flatMap((file) => ('media' in file ? file.media : (sent.get(file.attachment)?.mediaId ?? []))),
  )
  return files.flatMap((file) => {
    const from = 'attachment' in file ? sent.get(file.attachment) : null
    const id = 'media' in file ? file.media : (from?.mediaId ?? 0)
    const kept = made.get(id)
    const name = 'name' in file ? file.name : (from?.ref.fileName ?? '')
    return kept ? [{ media: id, name, ...kept }] : []
  })
}

async function attachmentsOf(db: Db, ids: number[]) {
  const rows = await db
    .select({
      id: attachments.id,
      state: attachments.state,
      mediaId: attachments.mediaId,
      ref: attachments.ref,
    })
    .from(attachments)
    .where(inArray(attachments.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

async function mediaOf(db: Db, ids: number[]) {
  const rows = await db
    .select({ id: media.id, contentType: media.contentType, bytes: media.bytes })
    .from(media)
    .where(inArray(media.id, ids))
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
