/** Puts a task into another quarter, on the office's word. */
import { lastDayOfQuarter, type Quarter, quarterOf } from '../quarter.ts'

type Dated = { quarter: Quarter | null; dueOn: Temporal.PlainDate; dueBasis: string }

/** When it is due is one decision: a day that nobody stated goes with the quarter, and one that somebody said stays. */
export const inQuarter = (task: Dated, quarter: Quarter | null, year: number) => ({
  quarter,
  dueOn: task.dueBasis.startsWith('inferred') ? lastDayOfQuarter(year, quarter ?? 4) : task.dueOn,
  dueBasis: 'office' as const,
})

/** A year-round task is due in any. */
export const isOutsideQuarter = ({ quarter, dueOn }: Pick<Dated, 'quarter' | 'dueOn'>): boolean =>
  quarter !== null && quarterOf(dueOn) !== quarter
