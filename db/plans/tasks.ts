/** The tasks of the plans, as the file or the office has them. */
import { and, asc, countDistinct, eq, inArray, isNull } from 'drizzle-orm'
import type { PlanTask } from '../../domain/imports/plans/file.ts'
import type { Db, Tx } from '../client.ts'
import { assignments, tasks } from '../schema/index.ts'

export type KnownTask = PlanTask & {
  id: number
  /** Left out of the plan as it is now. */
  withdrawn: boolean
}

/** In the order of the plan, with those that have left it. */
export async function tasksOfPlan(db: Db | Tx, planId: number): Promise<KnownTask[]> {
  const rows = await db.select().from(tasks).where(eq(tasks.planId, planId)).orderBy(asc(tasks.position))
  return rows.map(({ planId: _, withdrawnAt, ...task }) => ({
    // The columns hold what PlanTask names: nothing but keepTask writes them.
    ...(task as PlanTask & { id: number }),
    withdrawn: withdrawnAt !== null,
  }))
}

/** Adds a task to its plan, changes the one of its code, or brings that one back. */
export async function keepTask(tx: Tx, planId: number, task: PlanTask): Promise<void> {
  const version = { ...task, planId, withdrawnAt: null }
  await tx
    .insert(tasks)
    .values(version)
    .onConflictDoUpdate({ target: [tasks.planId, tasks.code], set: version })
}

/** Marks tasks as left out of their plan. */
export async function withdrawTasks(tx: Tx, ids: number[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.update(tasks).set({ withdrawnAt: now }).where(inArray(tasks.id, ids))
}

/** How many units each task is asked of today, by the task's id; a task that is asked of none is not in it. */
export async function unitsAskedByTask(db: Db | Tx, planId: number): Promise<Map<number, number>> {
  const rows = await db
    .select({ taskId: assignments.taskId, units: countDistinct(assignments.unitId) })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(eq(tasks.planId, planId), isNull(assignments.withdrawnAt)))
    .groupBy(assignments.taskId)
  return new Map(rows.map(({ taskId, units }) => [taskId, units]))
}
