/** What has to be known to decide who is reminded of what. */

import { type Calendar, workingDayOnOrAfter } from '../calendar.ts'
import { isBefore } from '../day-order.ts'
import type { Quarter } from '../quarter.ts'
import type { UrgedAssignment } from './cadence.ts'

/** One task asked of one unit, as far as reminding goes. */
export type ReminderTask = UrgedAssignment & {
  /** The assignment's. */
  id: number
  taskCode: string
  shortTitle: string
  percent: number | null
  /** The day of the latest answer. */
  reportedOn: Temporal.PlainDate | null
  year: number
  quarter: Quarter
  unitId: number
  /** The latest day on which an opening message named it. */
  openedOn: Temporal.PlainDate | null
}

export type ReminderUnit = { id: number; code: string; name: string; shortName: string }

/** Somebody who holds a post of a unit and so may answer for it. */
export type PostHolder = {
  personId: number
  name: string
  unitId: number
  /** The chat that reaches them; null when there is none. */
  contactId: number | null
}

export type ReminderFacts = {
  /** The units that are asked, in the order of the messages. */
  units: readonly ReminderUnit[]
  /** In the plan's order. */
  tasks: readonly ReminderTask[]
  /** Heads first. */
  holders: readonly PostHolder[]
  /** The years that have a plan, and since when it is known here. */
  plans: readonly { year: number; knownFrom: Temporal.PlainDate }[]
  /** Of the units whose reminders rest for a storm: the day on which they begin again. */
  pausedUntil?: ReadonlyMap<number, Temporal.PlainDate>
  /** Who has got their one message of the day. */
  written: ReadonlySet<number>
}

/**
 * The same facts, had the plan been there long before and every earlier reminder gone out on its day: what falls on
 * this very day, and nothing else, is due. On the day on which a task's reminders begin again, what rested is due too.
 */
export function asIfAlwaysKnown(
  facts: ReminderFacts,
  on: Temporal.PlainDate,
  calendar: Calendar,
): ReminderFacts {
  const beginsAgain = ({ putOffUntil }: ReminderTask) =>
    putOffUntil !== null && workingDayOnOrAfter(calendar, putOffUntil).equals(on)
  return {
    ...facts,
    tasks: facts.tasks.map((task) =>
      beginsAgain(task)
        ? { ...task, urgedThrough: on.subtract({ days: 1 }) }
        : isBefore(task.dueOn, on)
          ? // Overdue by then, so known in its time, and its quarter opened.
            { ...task, urgedFrom: task.dueOn, urgedThrough: on.subtract({ days: 1 }), openedOn: task.dueOn }
          : { ...task, urgedFrom: on, urgedThrough: null, openedOn: null },
    ),
    plans: facts.plans.map(({ year }) => ({ year, knownFrom: on })),
    written: new Set(),
  }
}
