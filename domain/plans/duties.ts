/** What plans ask for: each task, in each of its quarters, of each unit that it concerns. */

import type { Quarter } from '../quarter.ts'
import { assignmentPeriods } from './assignment-periods.ts'
import { type Audience, type UnitForAudience, unitsAsked } from './audience.ts'

type Task = {
  id: number
  year: number
  /** Null: all the year round. */
  quarter: Quarter | null
  dueOn: Temporal.PlainDate
  audience: readonly Audience[]
  asksUnitHeads: boolean
}

/** One task asked of one unit for one quarter. */
export type Duty = {
  taskId: number
  unitId: number
  year: number
  quarter: Quarter
  dueOn: Temporal.PlainDate
}

export function dutiesOf(
  tasks: readonly Task[],
  units: readonly (UnitForAudience & { id: number })[],
): Duty[] {
  return tasks.flatMap((task) => {
    const asked = unitsAsked(task, units)
    return assignmentPeriods(task).flatMap((period) =>
      asked.map((unit) => ({ taskId: task.id, unitId: unit.id, year: task.year, ...period })),
    )
  })
}
