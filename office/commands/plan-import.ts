/** `plan import` of a plan's own file (.yaml): a new plan is taken in, an amended one once somebody has seen it. */
import type { Db } from '../../db/client.ts'
import type { Outcome } from '../../domain/command.ts'
import { readPlanFile } from '../../domain/imports/plans/file.ts'
import { refusal } from '../imports/problem-lines.ts'
import { type PlanOrder, takePlan } from '../imports/take-plan.ts'

type Order = PlanOrder & { text: string; fileName: string }

export async function planImport(db: Db, order: Order): Promise<Outcome> {
  const read = readPlanFile(order.text)
  if (!('data' in read)) return refusal(order.fileName, read.problems)
  return takePlan(db, read.data, { problems: read.problems }, order)
}
