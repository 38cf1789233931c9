/** Which due dates move with the due date of a task. */

import type { Quarter } from '../quarter.ts'
import { assignmentPeriods } from './assignment-periods.ts'

type Dated = { quarter: Quarter | null; dueOn: Temporal.PlainDate }

export type DueMove = {
  quarter: Quarter
  /** The quarter that the task has left for this one: what units owe, and have reported, goes along. */
  leaves?: Quarter
  /** Null: the task was not asked for in this quarter before. */
  from: Temporal.PlainDate | null
  to: Temporal.PlainDate
}

/** By quarter. An assignment due on another day than `from` has a date of its own, which does not move. */
export function dueMoves(year: number, before: Dated, after: Dated): DueMove[] {
  if (before.quarter !== null && after.quarter !== null && before.quarter !== after.quarter)
    return [{ quarter: after.quarter, leaves: before.quarter, from: before.dueOn, to: after.dueOn }]
  const known = new Map(assignmentPeriods({ ...before, year }).map(({ quarter, dueOn }) => [quarter, dueOn]))
  return assignmentPeriods({ ...after, year })
    .map(({ quarter, dueOn }) => ({ quarter, from: known.get(quarter) ?? null, to: dueOn }))
    .filter(({ from, to }) => !from?.equals(to))
}
