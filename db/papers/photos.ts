/** The pictures that go into papers, one at a time: a report of many units holds no more of them than it must. */
import { sql } from 'drizzle-orm'
import { type PictureSize, pictureSize, type Turn, UNTURNED } from '../../domain/files/picture-size.ts'
import type { Db } from '../client.ts'

type PhotoRow = { type: string; width: number; height: number }

/** Width and height in pixels, as shown. The bytes are read at each call. */
export type PaperPhoto = PhotoRow & { turn: Turn; bytes(): Promise<Uint8Array> }

/** What a camera notes stands within the first 64 kB, and the size behind it. */
const HEAD = 128 * 1024

/** `id` as `summary.photos` has it. Null where the picture is gone, or is none that paper can show. */
export async function paperPhoto(db: Db, id: number): Promise<PaperPhoto | null> {
  const [row] = await db.execute<PhotoRow & { head: Uint8Array }>(sql`
    select content_type as type, width, height, substring(bytes for ${HEAD}) as head from summary.photos
    where photo_id = ${id} and content_type in ('image/jpeg', 'image/png') and width > 0 and height > 0`)
  if (!row) return null
  const { head, ...kept } = row
  return { ...kept, ...shownSize(head, kept), bytes: () => bytesOf(db, id) }
}

/** By the picture itself: what is kept beside it may be of a time when a turn was not looked at. */
function shownSize(head: Uint8Array, { width, height }: PhotoRow): PictureSize {
  try {
    return pictureSize(head)
  } catch {
    return { width, height, turn: UNTURNED }
  }
}

/** A picture may be erased while a paper is made: then it shall not be finished with it, nor with a hole. */
async function bytesOf(db: Db, id: number): Promise<Uint8Array> {
  const [row] = await db.execute<{ bytes: Uint8Array }>(
    sql`select bytes from summary.photos where photo_id = ${id}`,
  )
  if (!row) throw new Error('A photo was erased while the paper was made: make it again.')
  return row.bytes
}
