/** Whom the office has to telephone, because no message reaches them or none was answered. */

import { addWorkingDays, type Calendar } from '../calendar.ts'
import { isAfter, isBefore } from '../day-order.ts'
import { firstDayOfQuarter } from '../quarter.ts'
import { type Cadence, exhausted, isPutOff, wasPastWhenKnown } from './cadence.ts'
import type { ReminderFacts, ReminderTask, ReminderUnit } from './facts.ts'

export type Call = {
  unit: ReminderUnit
  /**
   * No message reaches anybody of the unit; or every reminder of these tasks has passed without a "done"; or it has not
   * confirmed an announcement although it was asked to.
   */
  reason: 'unreachable' | 'silent' | 'unconfirmed'
  /** Of a silent unit those; of one that cannot be reached all that it owes now. */
  tasks: ReminderTask[]
}

/** What the office knows besides: who has not confirmed what, and who was called on which day. */
export type CallsKnown = {
  unconfirmed: ReadonlySet<number>
  lastCalled: ReadonlyMap<number, Temporal.PlainDate>
  /** Working days for which a unit that was called is left in peace. */
  restDays: number
}

type Facts = Pick<ReminderFacts, 'units' | 'tasks' | 'holders'>

/** The units in the order given; a unit that is reached and owes nothing overdue is not among them. */
export function callList(
  { units, tasks, holders }: Facts,
  today: Temporal.PlainDate,
  calendar: Calendar,
  cadence: Cadence,
  { unconfirmed, lastCalled, restDays }: CallsKnown,
): Call[] {
  const rests = ({ id }: ReminderUnit) => {
    const called = lastCalled.get(id)
    return called !== undefined && isBefore(today, addWorkingDays(calendar, called, restDays))
  }
  const reached = new Set(holders.filter(({ contactId }) => contactId !== null).map(({ unitId }) => unitId))
  const tasksOf = Map.groupBy(tasks, ({ unitId }) => unitId)
  return units.flatMap((unit): Call[] => {
    if (rests(unit)) return []
    const owed = tasksOf.get(unit.id) ?? []
    if (!reached.has(unit.id))
      return [{ unit, reason: 'unreachable', tasks: owed.filter((task) => isOpen(task, today)) }]
    const silent = owed.filter((task) => exhausted(task, today, calendar, cadence))
    if (silent.length > 0) return [{ unit, reason: 'silent', tasks: silent }]
    return unconfirmed.has(unit.id) ? [{ unit, reason: 'unconfirmed', tasks: [] }] : []
  })
}

/** Its quarter has begun, it was not past when it became known here, it is neither done nor put off. */
function isOpen(task: ReminderTask, today: Temporal.PlainDate): boolean {
  return (
    task.status !== 'done' &&
    !isAfter(firstDayOfQuarter(task.year, task.quarter), today) &&
    !wasPastWhenKnown(task) &&
    !isPutOff(task, today)
  )
}
