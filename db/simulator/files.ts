/** What a simulated phone has to know of our files before it fetches them. */
import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { attachments, media } from '../schema/index.ts'

export type ShownFile = { name: string; isPicture: boolean }

/** By the attachment's id; those that are not kept, or not yet, are left out. */
export async function attachmentsShown(db: Db, ids: number[]): Promise<Map<number, ShownFile>> {
  const rows = await db
    .select({ id: attachments.id, ref: attachments.ref, contentType: media.contentType })
    .from(attachments)
    .innerJoin(media, eq(media.id, attachments.mediaId))
    .where(inArray(attachments.id, ids))
  return new Map(
    rows.map(({ id, ref, contentType }) => [
      id,
      { name: ref.fileName ?? '', isPicture: contentType.startsWith('image/') },
    ]),
  )
}
