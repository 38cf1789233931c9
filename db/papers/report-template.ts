/** The office's own template of the report; of those it has set the newest counts. */
import { desc } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { reportTemplates } from '../schema/index.ts'

export type ReportTemplate = { bytes: Uint8Array; name: string }

/** Null while the office has set none. */
export async function readTemplate(db: Db): Promise<ReportTemplate | null> {
  const { bytes, name, id } = reportTemplates
  const [newest] = await db.select({ bytes, name }).from(reportTemplates).orderBy(desc(id)).limit(1)
  return newest ?? null
}

export async function keepTemplate(
  db: Db,
  { bytes, name, now }: ReportTemplate & { now: Date },
): Promise<void> {
  await db.insert(reportTemplates).values({ bytes: Buffer.from(bytes), name, setAt: now })
}
