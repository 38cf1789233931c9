/** Writes down what the office or a leader said to a request, and what follows for the task. */
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { heldOn } from '../people/in-place.ts'
import { dealtWithBefore } from '../plans/sync-assignments.ts'
import { assignments, decisions, requests } from '../schema/index.ts'
import type { Request } from './requests.ts'

export type Decision =
  | { ruling: 'agreed'; newDueOn: Temporal.PlainDate }
  | { ruling: 'declined'; reason: string }
  | { ruling: 'noted' }
  | { ruling: 'passed'; to: number }

type By = { personId: number; today: Temporal.PlainDate; now: Date }

/** Of a request that `lockedRequest` found open, by somebody who may. Returns the decision's id. */
export async function decide(tx: Tx, request: Request, decision: Decision, by: By): Promise<number> {
  const [row] = await tx
    .insert(decisions)
    .values({
      requestId: request.id,
      decision: decision.ruling,
      newDueOn: decision.ruling === 'agreed' ? decision.newDueOn : null,
      reason: decision.ruling === 'declined' ? decision.reason : null,
      decidedBy: by.personId,
      decidedAt: by.now,
    })
    .returning({ id: decisions.id })
  if (!row) throw new Error('the decision was not stored')
  const change = decision.ruling === 'passed' ? { passedTo: decision.to } : { closedAt: by.now }
  await tx.update(requests).set(change).where(eq(requests.id, request.id))
  const follows = consequence(decision, by.today)
  if (follows) await tx.update(assignments).set(follows).where(eq(assignments.id, request.assignmentId))
  return row.id
}

/**
 * Agreed: the new date's reminders that would have fallen before today are not made up for. Declined: reminders go on
 * from today, and those that rested meanwhile are dropped.
 */
function consequence(decision: Decision, today: Temporal.PlainDate) {
  if (decision.ruling === 'agreed')
    return { dueOn: decision.newDueOn, putOffUntil: null, urgedThrough: dealtWithBefore(today) }
  return decision.ruling === 'declined' ? { putOffUntil: today } : null
}

/** Who hears it: whoever asked, if they still answer for the unit, and its head; null where no chat reaches them. */
export async function hearersOf(
  tx: Tx,
  { unitId, askerId }: Request,
  today: Temporal.PlainDate,
): Promise<{ personId: number; contactId: number | null }[]> {
  const rows = await tx.execute<{ person_id: string; contact_id: string | null }>(sql`
    select distinct po.person_id, preferred_contact(po.person_id) as contact_id
    from posts po
    where po.unit_id = ${unitId} and (po.role = 'head' or po.person_id = ${askerId})
      and ${heldOn(sql`po.from_day`, sql`po.to_day`, today)}`)
  return rows.map((row) => ({
    personId: Number(row.person_id),
    contactId: row.contact_id === null ? null : Number(row.contact_id),
  }))
}
