/** The files that were made here, by their bytes: one that differs was edited by somebody. */
import { eq } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { papersMade } from '../schema/index.ts'

/** `sha256` in hex. */
export async function keepPaperMade(
  db: Db,
  { now, ...paper }: { sha256: string; period: string; format: string; now: Date },
): Promise<void> {
  await db
    .insert(papersMade)
    .values({ ...paper, madeAt: now })
    .onConflictDoNothing()
}

export async function wasMadeByUs(db: Db, sha256: string): Promise<boolean> {
  const rows = await db
    .select({ sha256: papersMade.sha256 })
    .from(papersMade)
    .where(eq(papersMade.sha256, sha256))
  return rows.length === 1
}
