/** Rules of a pause, in which reminders rest for a storm: how long, for whom, and what becomes of due dates in it. */
import { type AudienceUnit, audienceWord } from './announcement-audience.ts'
import { type Calendar, workingDayOnOrAfter } from './calendar.ts'
import { isAfter, isBefore } from './day-order.ts'
import { LONGEST_DAYS } from './extension.ts'

/** Null: reminders may begin again on that day. */
export function untilFault(
  until: Temporal.PlainDate,
  today: Temporal.PlainDate,
): 'not_later' | 'too_far' | null {
  if (!isAfter(until, today)) return 'not_later'
  return isAfter(until, today.add({ days: LONGEST_DAYS })) ? 'too_far' : null
}

/** Null: what falls due in the pause may be due on that day instead. */
export function newDueFault(
  newDue: Temporal.PlainDate,
  until: Temporal.PlainDate,
): 'in_pause' | 'too_far' | null {
  if (isBefore(newDue, until)) return 'in_pause'
  return isAfter(newDue, until.add({ days: LONGEST_DAYS })) ? 'too_far' : null
}

/** The date offered: as many days after the pause as the pause took. */
export function dueAfterPause(
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate {
  return workingDayOnOrAfter(calendar, until.add({ days: from.until(until).days }))
}

/** The units meant by words such as `all`, `block:K1` and `unit:MN01`; the office's own among them. */
export const unitsToPause = <Unit extends AudienceUnit>(
  words: readonly string[],
  units: readonly Unit[],
): Unit[] =>
  units.filter(
    ({ ended, blockCode, code }) =>
      !ended &&
      (words.includes(audienceWord({ kind: 'all', code: '' })) ||
        words.includes(audienceWord({ kind: 'block', code: blockCode })) ||
        words.includes(audienceWord({ kind: 'unit', code }))),
  )
