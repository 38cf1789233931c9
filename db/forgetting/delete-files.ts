/** Files that go for good: what somebody sent, and the bytes unless something else still shows them. */
import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { attachments, media } from '../schema/index.ts'

/** Deletes the files somebody sent; returns how many. */
export async function deleteFiles(tx: Tx, which: SQL | undefined): Promise<number> {
  const gone = await tx.delete(attachments).where(which).returning({ mediaId: attachments.mediaId })
  const bytes = gone.flatMap(({ mediaId }) => mediaId ?? [])
  if (bytes.length > 0) await tx.delete(media).where(and(inArray(media.id, bytes), isUnused))
  return gone.length
}

/** Bytes that belong to no file of anybody and to no message of ours. */
export const isUnused = sql`(
  not exists (select from attachments a where a.media_id = ${media.id})
  and ${media.id} not in (select f::bigint from outbox, jsonb_path_query(message, '$.files[*].media') f))`

/** Files that became no evidence of a task and no part of anything else: they are their sender's own. */
export const belongsNowhere = and(
  isNull(attachments.assignmentId),
  isNull(attachments.exemplarId),
  isNull(attachments.announcementId),
)
