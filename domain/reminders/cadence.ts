/** When a unit is urged about what it owes: before the due date, on it, and after it; never on a free day. */
import { type Calendar, isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from '../calendar.ts'
import { isAfter, isBefore } from '../day-order.ts'
import type { Status } from '../status.ts'

/** Calendar days before the due date (0 is the day itself) and after it. */
export type Cadence = { before: readonly number[]; overdue: readonly number[] }

export const DEFAULT_CADENCE: Cadence = { before: [14, 7, 3, 1, 0], overdue: [1, 3, 7] }

/** One occasion to urge. */
export type Wave = {
  /** The working day on which it goes out. */
  on: Temporal.PlainDate
  /** Days from the due date, as the cadence has it: -14 … 0 … 7. */
  offset: number
  /** The same for the ledger: `T-14` … `T-0` … `T+7`. */
  label: string
  /** The day it would go out if every day were worked. */
  nominal: Temporal.PlainDate
}

/** What the cadence asks to know of an assignment. */
export type UrgedAssignment = {
  dueOn: Temporal.PlainDate
  /** `silent` until the first report. */
  status: Status | 'silent'
  /** Waves that fell up to this day are dealt with. */
  urgedThrough: Temporal.PlainDate | null
  /** Waves that fell before this day never count: the task was not yet known here. */
  urgedFrom: Temporal.PlainDate
  /** Nothing goes out before this agreed day, and waves that fell before it are dropped for good. */
  putOffUntil: Temporal.PlainDate | null
}

/** Whether nothing goes out about it on a day, as agreed or because of a pause. */
export const isPutOff = (
  { putOffUntil }: Pick<UrgedAssignment, 'putOffUntil'>,
  on: Temporal.PlainDate,
): boolean => putOffUntil !== null && isBefore(on, putOffUntil)

/**
 * It fell due before it was known here: nobody owed an answer then, so nobody is urged or called about it, and no list
 * has it. The office can still record what became of it.
 */
export const wasPastWhenKnown = ({
  dueOn,
  urgedFrom,
}: Pick<UrgedAssignment, 'dueOn' | 'urgedFrom'>): boolean => isBefore(dueOn, urgedFrom)

/** What to say today: all the waves that one message covers. */
export type WaveDue = {
  waves: Wave[]
  /** The latest of them, which sets the tone. */
  reason: Wave
  /** None of them fell today: the service was down on their days. */
  late: boolean
  /** From today to the due date, negative when overdue: what a message may truthfully say. */
  daysLeft: number
}

/**
 * All waves of an assignment, in order. A reminder that falls on a free day moves to the working day before,
 * so that nobody learns of a due date too late; an overdue notice moves to the next, so that nobody is
 * called overdue too early.
 */
export function wavesOf(
  { dueOn }: Pick<UrgedAssignment, 'dueOn'>,
  calendar: Calendar,
  cadence = DEFAULT_CADENCE,
): Wave[] {
  const reminders = cadence.before.map((days) => {
    const nominal = dueOn.subtract({ days })
    return { on: workingDayOnOrBefore(calendar, nominal), offset: 0 - days, label: `T-${days}`, nominal }
  })
  const overdue = cadence.overdue.map((days) => {
    const nominal = dueOn.add({ days })
    return { on: workingDayOnOrAfter(calendar, nominal), offset: days, label: `T+${days}`, nominal }
  })
  return [...reminders, ...overdue].sort((a, b) => a.offset - b.offset)
}

/** The one message due today, or null. Waves missed while the service was down are merged into it. */
export function waveDue(
  assignment: UrgedAssignment,
  today: Temporal.PlainDate,
  calendar: Calendar,
  cadence = DEFAULT_CADENCE,
): WaveDue | null {
  const { dueOn, status, urgedThrough, urgedFrom, putOffUntil } = assignment
  if (status === 'done' || wasPastWhenKnown(assignment) || !isWorkingDay(calendar, today)) return null

  const waves = wavesOf(assignment, calendar, cadence).filter(
    ({ on }) =>
      !isAfter(on, today) &&
      !isBefore(on, urgedFrom) &&
      !(putOffUntil && isBefore(on, putOffUntil)) &&
      !(urgedThrough && !isAfter(on, urgedThrough)),
  )
  const reason = waves.at(-1)
  if (!reason) return null
  return { waves, reason, late: !reason.on.equals(today), daysLeft: today.until(dueOn).days }
}

/**
 * Whether every wave has passed without a "done", so that a person has to call. False for what fell due
 * before the task was known here, and while it is put off.
 */
export function exhausted(
  { dueOn, status, urgedFrom, putOffUntil }: Omit<UrgedAssignment, 'urgedThrough'>,
  today: Temporal.PlainDate,
  calendar: Calendar,
  cadence = DEFAULT_CADENCE,
): boolean {
  const last = wavesOf({ dueOn }, calendar, cadence).at(-1)
  if (status === 'done' || !last || wasPastWhenKnown({ dueOn, urgedFrom })) return false
  if (isPutOff({ putOffUntil }, today)) return false
  return isAfter(today, last.on) && !isBefore(last.on, urgedFrom)
}
