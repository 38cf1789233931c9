/** Whom the office has to telephone, because no message reaches them or none was answered. */

import { type Cadence, exhausted } from './cadence.ts'
import type { Calendar } from './calendar.ts'
import { isAfter, isBefore } from './day-order.ts'
import { firstDayOfQuarter } from './quarter.ts'
import type { ReminderFacts, ReminderTask, ReminderUnit } from './reminder-facts.ts'

export type Call = {
  unit: ReminderUnit
  /** No message reaches anybody of the unit; or every reminder of these tasks has passed without a "done". */
  reason: 'unreachable' | 'silent'
  /** Of a silent unit those; of one that cannot be reached all that it owes now. */
  tasks: ReminderTask[]
}

type Facts = Pick<ReminderFacts, 'units' | 'tasks' | 'holders'>

/** The units in the order given; a unit that is reached and owes nothing overdue is not among them. */
export function callList(
  { units, tasks, holders }: Facts,
  today: Temporal.PlainDate,
  calendar: Calendar,
  cadence: Cadence,
): Call[] {
  const reached = new Set(holders.filter(({ contactId }) => contactId !== null).map(({ unitId }) => unitId))
  const tasksOf = Map.groupBy(tasks, ({ unitId }) => unitId)
  return units.flatMap((unit): Call[] => {
    const owed = tasksOf.get(unit.id) ?? []
    if (!reached.has(unit.id))
      return [{ unit, reason: 'unreachable', tasks: owed.filter((task) => isOpen(task, today)) }]
    const silent = owed.filter((task) => exhausted(task, today, calendar, cadence))
    return silent.length > 0 ? [{ unit, reason: 'silent', tasks: silent }] : []
  })
}

/** Its quarter has begun, it was not past when it became known here, it is neither done nor put off. */
function isOpen(task: ReminderTask, today: Temporal.PlainDate): boolean {
  return (
    task.status !== 'done' &&
    !isAfter(firstDayOfQuarter(task.year, task.quarter), today) &&
    !isBefore(task.dueOn, task.urgedFrom) &&
    !(task.putOffUntil && isBefore(today, task.putOffUntil))
  )
}
