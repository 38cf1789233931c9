/** The plan that ships with dondoc, as text to damage and as the tasks it gives. */
import { readFileSync } from 'node:fs'
import { type PlanTask, readPlanFile } from '../../domain/imports/plans/file.ts'

export const planText = readFileSync(new URL('../../db/seed/plan-83.yaml', import.meta.url), 'utf8')

const result = readPlanFile(planText)
if (!('data' in result)) throw new Error(JSON.stringify(result.problems, null, 2))

export const { plan, tasks } = result.data

/** What is doubtful about the plan as it ships: nothing, we hope. */
export const { problems } = result

export function task(code: string): PlanTask {
  const found = tasks.find((each) => each.code === code)
  if (!found) throw new Error(`There is no task ${code}.`)
  return found
}
