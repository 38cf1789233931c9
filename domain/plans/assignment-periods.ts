/** In which quarters a task is asked for, and by when. */
import { isBefore } from '../day-order.ts'
import { firstDayOfQuarter, lastDayOfQuarter, QUARTERS, type Quarter } from '../quarter.ts'

type Task = {
  year: number /** Null: all the year round. */
  quarter: Quarter | null
  dueOn: Temporal.PlainDate
}

/**
 * A quarter's task is asked for once, by its own date. A year-round task is asked for in each quarter, by
 * the quarter's last day but never later than its own; quarters that begin after that are left out.
 */
export function assignmentPeriods({
  year,
  quarter,
  dueOn,
}: Task): { quarter: Quarter; dueOn: Temporal.PlainDate }[] {
  if (quarter !== null) return [{ quarter, dueOn }]
  return QUARTERS.filter((each) => !isBefore(dueOn, firstDayOfQuarter(year, each))).map((each) => {
    const lastDay = lastDayOfQuarter(year, each)
    return { quarter: each, dueOn: isBefore(dueOn, lastDay) ? dueOn : lastDay }
  })
}
