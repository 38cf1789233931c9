/** The pictures that go into papers, one at a time: a report of many units holds no more of them than it must. */
import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

type PhotoRow = { type: string; width: number; height: number }

/** Width and height in pixels. The bytes are read at each call. */
export type PaperPhoto = PhotoRow & { bytes(): Promise<Uint8Array> }

/** `id` as `summary.photos` has it. Null where the picture is gone, or is none that paper can show. */
export async function paperPhoto(db: Db, id: number): Promise<PaperPhoto | null> {
  const [row] = await db.execute<PhotoRow>(sql`
    select content_type as type, width, height from summary.photos
    where photo_id = ${id} and content_type in ('image/jpeg', 'image/png') and width > 0 and height > 0`)
  return row ? { ...row, bytes: () => bytesOf(db, id) } : null
}

/** A picture may be erased while a paper is made: then it shall not be finished with it, nor with a hole. */
async function bytesOf(db: Db, id: number): Promise<Uint8Array> {
  const [row] = await db.execute<{ bytes: Uint8Array }>(
    sql`select bytes from summary.photos where photo_id = ${id}`,
  )
  if (!row) throw new Error('A photo was erased while the paper was made: make it again.')
  return row.bytes
}
