/** Bytes, kept once however often they come or are made. */
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { media } from '../schema/index.ts'

export type NewMedia = {
  bytes: Uint8Array
  /** In hex. */
  sha256: string
  contentType: string
  width?: number
  height?: number
}

/** The id of the bytes, which may have been kept before. */
export async function keepMedia(tx: Tx | Db, m: NewMedia): Promise<number> {
  await tx
    .insert(media)
    .values({ ...m, byteSize: m.bytes.length })
    .onConflictDoNothing()
  const [kept] = await tx.select({ id: media.id }).from(media).where(eq(media.sha256, m.sha256))
  if (!kept) throw new Error('the bytes were not stored')
  return kept.id
}
