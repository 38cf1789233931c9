/** A plan's document as it would be taken in: read, and filled with what is known of the same plan. */

import { keepKnown } from '../../domain/imports/plan-reading/keep-known.ts'
import { withKnownCodes } from '../../domain/imports/plan-reading/known-tasks.ts'
import { type PreviewRow, readPlanDocument } from '../../domain/imports/plan-reading/read-plan-document.ts'
import { correctPlan, type PlanCorrection } from '../../domain/imports/plans/corrections.ts'
import { type PlanFile, readPlanFile } from '../../domain/imports/plans/file.ts'
import type { Problem } from '../../domain/imports/problem.ts'
import type { Db, Tx } from '../client.ts'
import { readPlans } from './plans.ts'
import { tasksOfPlan } from './tasks.ts'

/** `file` is null where the document cannot be taken in; the problems say why. */
export type PlanDocument = { file: PlanFile | null; preview: PreviewRow[]; problems: Problem[] }

/** `corrections` are the office's, in their order. */
export async function planDocument(
  db: Db | Tx,
  bytes: Uint8Array,
  corrections: readonly PlanCorrection[] = [],
): Promise<PlanDocument> {
  const reading = await readPlanDocument(bytes)
  if (!('yaml' in reading)) return { file: null, preview: [], problems: reading.problems }
  const { yaml, preview, problems } = reading
  const read = readPlanFile(yaml)
  if (problems.some(({ severity }) => severity === 'error') || !('data' in read))
    return { file: null, preview, problems }
  return { ...correctPlan(await withKnown(db, { file: read.data, preview }), corrections), problems }
}

/** What the office has added to a plan that is known stays where the document says nothing of it. */
export async function withKnown(
  db: Db | Tx,
  read: { file: PlanFile; preview: PreviewRow[] },
): Promise<{ file: PlanFile; preview: PreviewRow[] }> {
  const known = (await readPlans(db)).find(({ code }) => code === read.file.plan.code)
  if (!known) return read
  const tasks = await tasksOfPlan(db, known.id)
  const { file, preview } = withKnownCodes(read, tasks)
  return { file: keepKnown(file, { facts: known.facts, tasks }), preview }
}
