/** Who of the office asked in the chat for the papers of a period, and which of them still wait. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { paperRequests } from '../schema/index.ts'

export type PaperRequest = { id: number; contactId: number; personId: number; period: string }

/** False: the same is being made for them already. */
export async function requestPapers(
  tx: Tx,
  request: Omit<PaperRequest, 'id'> & { now: Date },
): Promise<boolean> {
  const { now, ...asked } = request
  const [waiting] = await tx
    .select({ id: paperRequests.id })
    .from(paperRequests)
    .where(
      and(
        isNull(paperRequests.answeredAt),
        eq(paperRequests.contactId, asked.contactId),
        eq(paperRequests.period, asked.period),
      ),
    )
  if (waiting) return false
  await tx.insert(paperRequests).values({ ...asked, askedAt: now })
  return true
}

/** The oldest first. */
export async function waitingPaperRequests(db: Db): Promise<PaperRequest[]> {
  return db
    .select({
      id: paperRequests.id,
      contactId: paperRequests.contactId,
      personId: paperRequests.personId,
      period: paperRequests.period,
    })
    .from(paperRequests)
    .where(isNull(paperRequests.answeredAt))
    .orderBy(asc(paperRequests.id))
}

/** False: another process has answered it meanwhile. */
export async function answerPaperRequest(tx: Tx, id: number, now: Date): Promise<boolean> {
  const rows = await tx
    .update(paperRequests)
    .set({ answeredAt: now })
    .where(and(eq(paperRequests.id, id), isNull(paperRequests.answeredAt)))
    .returning({ id: paperRequests.id })
  return rows.length === 1
}
