/** Opens what waits for the office's word, adds to it, and settles it when the unit itself is done. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { assignments, decisions, requests } from '../schema/index.ts'

/** Everything that touches a task's request waits here, so that it is done one after the other. */
export async function lockAssignment(tx: Tx, id: number): Promise<void> {
  await tx.select({ id: assignments.id }).from(assignments).where(eq(assignments.id, id)).for('no key update')
}

type Asking = {
  assignmentId: number
  /** The answer in which a difficulty was reported. */
  reportId?: number
  wishedDueOn?: Temporal.PlainDate
  askedBy: number
  now: Date
}

/** Opens a request, or adds to the one that is open: a wish for a date makes it a wish, and a later wish replaces it. */
export async function askForDecision(tx: Tx, asking: Asking): Promise<void> {
  const { assignmentId, reportId, wishedDueOn, askedBy, now } = asking
  await lockAssignment(tx, assignmentId)
  const wish = wishedDueOn && { kind: 'extension' as const, wishedDueOn }
  const [open] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.assignmentId, assignmentId), isNull(requests.closedAt)))
    .orderBy(asc(requests.id))
  if (!open) {
    await tx
      .insert(requests)
      .values({ assignmentId, kind: 'difficulty', reportId, askedBy, askedAt: now, ...wish })
  } else {
    await tx
      .update(requests)
      .set({ reportId, askedBy, ...wish })
      .where(eq(requests.id, open.id))
  }
}

/** The unit has reported that the task is done: nobody needs to decide any more. */
export async function settleByUnit(tx: Tx, assignmentId: number, now: Date): Promise<void> {
  await lockAssignment(tx, assignmentId)
  const settled = await tx
    .update(requests)
    .set({ closedAt: now })
    .where(and(eq(requests.assignmentId, assignmentId), isNull(requests.closedAt)))
    .returning({ requestId: requests.id })
  if (settled.length === 0) return
  await tx
    .insert(decisions)
    .values(settled.map(({ requestId }) => ({ requestId, decision: 'superseded' as const, decidedAt: now })))
}
