/** The pictures that go into papers, one at a time: a report of many units holds no more of them than it must. */
import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

/** Width and height in pixels. */
export type PaperPhoto = { bytes: Uint8Array; type: string; width: number; height: number }

/** `id` as `summary.photos` has it. Null where the picture is gone, or is none that paper can show. */
export async function paperPhoto(db: Db, id: number): Promise<PaperPhoto | null> {
  const [row] = await db.execute<PaperPhoto>(sql`
    select bytes, content_type as type, width, height from summary.photos
    where photo_id = ${id} and content_type in ('image/jpeg', 'image/png') and width > 0 and height > 0`)
  return row ?? null
}
