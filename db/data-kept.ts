/** What is kept about one person, for their own eyes. */
import { count, eq } from 'drizzle-orm'
import type { Tx } from './client.ts'
import { attachments, people, reports } from './schema/index.ts'

export async function dataKept(
  tx: Tx,
  personId: number,
): Promise<{ phone: string | null; reports: number; files: number }> {
  const [person] = await tx.select({ phone: people.phone }).from(people).where(eq(people.id, personId))
  const [reported] = await tx.select({ n: count() }).from(reports).where(eq(reports.personId, personId))
  const [sent] = await tx.select({ n: count() }).from(attachments).where(eq(attachments.personId, personId))
  return { phone: person?.phone ?? null, reports: reported?.n ?? 0, files: sent?.n ?? 0 }
}
