/** What a reminder that waited still has to say on the day it leaves. */

import type { Quarter } from '../quarter.ts'
import { isPutOff } from './cadence.ts'
import type { ReminderTask, ReminderUnit } from './facts.ts'
import type { PlannedTask } from './plan.ts'

/** A reminder as it was put into the outbox, and whom its recipient still speaks for. */
export type QueuedReminder = {
  outboxId: number
  personId: number
  recipient: string
  /** The units of which the recipient holds a post today, by code. */
  units: ReminderUnit[]
  /** By assignment, as in the ledger: 'opening' and the labels of waves. None: it said that there is nothing to do. */
  reasons: ReadonlyMap<number, readonly string[]>
  notBefore: Date
}

export type StillToSay = {
  recipient: string
  units: ReminderUnit[]
  items: (PlannedTask & { daysLeft: number })[]
  opening: { year: number; quarter: Quarter; tasks: PlannedTask[] } | null
}

/**
 * The reminder as of today: without what is done, withdrawn or put off, and without units for which the recipient
 * answers no more. Null when nothing remains. `tasks` are those still asked, in the plan's order.
 */
export function stillToSay(
  { recipient, units, reasons }: QueuedReminder,
  tasks: readonly ReminderTask[],
  today: Temporal.PlainDate,
): StillToSay | null {
  const open = units.flatMap((unit) =>
    tasks
      .filter(({ id, unitId, status }) => reasons.has(id) && unitId === unit.id && status !== 'done')
      .map((task) => (units.length > 1 ? { ...task, unit: unit.shortName } : task)),
  )
  const items = open
    .filter(({ id }) => reasons.get(id)?.some((reason) => reason !== 'opening'))
    .filter((task) => !isPutOff(task, today))
    .map((task) => ({ ...task, daysLeft: today.until(task.dueOn).days }))
    .sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
  const named = open.filter(({ id }) => reasons.get(id)?.includes('opening'))
  const opened = named.every((task) => isPutOff(task, today)) ? [] : named
  const [first] = opened
  if (items.length === 0 && !first) return null
  const spokenOf = new Set([...items, ...opened].map(({ unitId }) => unitId))
  return {
    recipient,
    units: units.filter(({ id }) => spokenOf.has(id)),
    items,
    opening: first ? { year: first.year, quarter: first.quarter, tasks: opened } : null,
  }
}
