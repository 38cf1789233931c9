/** Makes what units owe agree with the plans and the list of units, and never loses a report over it. */
import { eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { type Duty, dutiesOf } from '../../domain/plans/duties.ts'
import type { Tx } from '../client.ts'
import { assignments, plans, tasks, units } from '../schema/index.ts'
import { tasksOfPlan } from './tasks.ts'

/** How many assignments are new, came back, or went. */
export type AskingChanges = { asked: number; askedAgain: number; withdrawn: number }

/**
 * New duties are asked for from today on, those no longer asked are withdrawn, and those asked again come back with
 * all that was said of them. For one plan, or for every plan whose year has not passed: a unit that is new this year
 * owes nothing of the last.
 */
export async function syncAssignments(
  tx: Tx,
  { today, now, planId }: { today: Temporal.PlainDate; now: Date; planId?: number },
): Promise<AskingChanges> {
  const which = planId === undefined ? gte(plans.year, today.year) : eq(plans.id, planId)
  const synced = await tx.select({ id: plans.id, year: plans.year }).from(plans).where(which)
  const duties = await dutiesOfPlans(tx, synced)
  const known = await assignmentsOfPlans(
    tx,
    synced.map(({ id }) => id),
  )

  const owed = new Set(duties.map(keyOf))
  const made = new Set(known.map(keyOf))
  const fresh = duties.filter((duty) => !made.has(keyOf(duty)))
  const again = known.filter((each) => each.withdrawnAt !== null && owed.has(keyOf(each)))
  const over = known.filter((each) => each.withdrawnAt === null && !owed.has(keyOf(each)))
  await ask(tx, fresh, today)
  await askAgain(tx, again.map(idOf), today)
  await withdraw(tx, over.map(idOf), now)
  return { asked: fresh.length, askedAgain: again.length, withdrawn: over.length }
}

async function dutiesOfPlans(tx: Tx, synced: { id: number; year: number }[]): Promise<Duty[]> {
  const asked = await tx.select().from(units).where(isNull(units.endedOn))
  const duties = synced.map(async ({ id, year }) => {
    const current = (await tasksOfPlan(tx, id)).filter(({ withdrawn }) => !withdrawn)
    return dutiesOf(
      current.map((task) => ({ ...task, year })),
      asked,
    )
  })
  return (await Promise.all(duties)).flat()
}

const assignmentsOfPlans = (tx: Tx, planIds: number[]) =>
  tx
    .select({
      id: assignments.id,
      taskId: assignments.taskId,
      unitId: assignments.unitId,
      quarter: assignments.quarter,
      withdrawnAt: assignments.withdrawnAt,
    })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(inArray(tasks.planId, planIds))

const keyOf = ({ taskId, unitId, quarter }: { taskId: number; unitId: number; quarter: number }) =>
  `${taskId} ${unitId} ${quarter}`

const idOf = ({ id }: { id: number }) => id

/** PostgreSQL takes 65,535 parameters in one statement, and an assignment has six. */
const ROWS_AT_ONCE = 5_000

async function ask(tx: Tx, duties: Duty[], today: Temporal.PlainDate): Promise<void> {
  for (let from = 0; from < duties.length; from += ROWS_AT_ONCE) {
    const some = duties.slice(from, from + ROWS_AT_ONCE)
    await tx.insert(assignments).values(some.map((duty) => ({ ...duty, urgedFrom: today })))
  }
}

/** What fell due while it was not asked is not made up for. */
async function askAgain(tx: Tx, ids: number[], today: Temporal.PlainDate): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(assignments)
    .set({ withdrawnAt: null, urgedThrough: dealtWithBefore(today) })
    .where(inArray(assignments.id, ids))
}

async function withdraw(tx: Tx, ids: number[], now: Date): Promise<void> {
  if (ids.length > 0)
    await tx.update(assignments).set({ withdrawnAt: now }).where(inArray(assignments.id, ids))
}

/** Reminders that would have fallen before today count as dealt with. */
export const dealtWithBefore = (today: Temporal.PlainDate) =>
  sql`greatest(${assignments.urgedThrough}, ${today.subtract({ days: 1 }).toString()}::date)`
