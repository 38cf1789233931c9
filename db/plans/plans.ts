/** The yearly plans that were imported. */
import { desc } from 'drizzle-orm'
import type { PlanFile } from '../../domain/imports/plans/file.ts'
import type { Db, Tx } from '../client.ts'
import { plans } from '../schema/index.ts'

export type KnownPlan = typeof plans.$inferSelect

/** The newest first. */
export async function readPlans(db: Db | Tx): Promise<KnownPlan[]> {
  return db.select().from(plans).orderBy(desc(plans.year), desc(plans.id))
}

/** Adds a plan, or keeps its newer version: the day of its first import stays. Returns its id. */
export async function keepPlan(tx: Tx, plan: PlanFile['plan'], now: Date): Promise<number> {
  const [row] = await tx
    .insert(plans)
    .values({ ...plan, importedAt: now })
    .onConflictDoUpdate({ target: plans.code, set: plan })
    .returning({ id: plans.id })
  if (!row) throw new Error('the plan was not stored')
  return row.id
}
