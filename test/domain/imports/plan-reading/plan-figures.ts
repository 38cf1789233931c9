/** Counts how much of a sample plan is read right. */
import {
  type PreviewRow,
  readPlanDocument,
} from '../../../../domain/imports/plan-reading/read-plan-document.ts'
import type { ExpectedTask, SamplePlan } from './sample-plans.ts'

export type Figures = {
  expected: number
  found: number
  /** Clauses of tasks that are read, with what is wrong about them. */
  wrong: string[]
  missed: string[]
  /** Read as tasks, and none. */
  invented: string[]
}

export async function figuresOf({ bytes, expected }: SamplePlan): Promise<Figures> {
  const reading = await readPlanDocument(await bytes())
  const rows = 'preview' in reading ? reading.preview : []
  const byClause = new Map(rows.map((row) => [row.clause, row]))
  const wanted = new Set(expected.tasks.map(({ clause }) => clause))
  const found = expected.tasks.filter(({ clause }) => byClause.has(clause))
  return {
    expected: expected.tasks.length,
    found: found.length,
    wrong: found.flatMap((task) => mistakes(task, byClause.get(task.clause)!)),
    missed: expected.tasks.filter((task) => !found.includes(task)).map(({ clause }) => clause),
    invented: rows.filter(({ clause }) => !wanted.has(clause)).map(({ clause }) => clause),
  }
}

function mistakes(task: ExpectedTask, row: PreviewRow): string[] {
  const read = [row.quarter, String(row.dueOn), row.dueBasis]
  const right = [task.quarter, task.dueOn, task.dueBasis]
  const wrong = read.flatMap((value, index) => (value === right[index] ? [] : `${value} for ${right[index]}`))
  const audience = row.audience.join(' ')
  if (task.audience !== null && task.audience !== audience) wrong.push(`${audience} for ${task.audience}`)
  return wrong.length > 0 ? [`${task.clause}: ${wrong.join(', ')}`] : []
}
