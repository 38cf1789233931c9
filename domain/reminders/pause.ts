/** Rules of a pause, in which reminders rest for a storm: how long, for whom, and what becomes of due dates in it. */
import { type AudienceUnit, audienceWord } from '../announcements/audience.ts'
import { addWorkingDays, type Calendar, workingDayOnOrAfter } from '../calendar.ts'
import { isAfter, isBefore } from '../day-order.ts'
import { LONGEST_DAYS } from '../extension.ts'

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

/** Nobody can finish on the morning after a storm. */
const WORKING_DAYS_AFTER = 2

/** The date offered for what falls due in the pause: some working days after the first on which units are reminded again. */
export const dueAfterPause = (until: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate =>
  addWorkingDays(calendar, workingDayOnOrAfter(calendar, until), WORKING_DAYS_AFTER)

/** The units meant by words such as `all`, `block:K1` and `unit:MN01`; the coordinating office reminds itself of nothing. */
export const unitsToPause = <Unit extends AudienceUnit>(
  words: readonly string[],
  units: readonly Unit[],
): Unit[] =>
  units.filter(
    ({ ended, isCoordinatingOffice, blockCode, code }) =>
      !ended &&
      !isCoordinatingOffice &&
      (words.includes(audienceWord({ kind: 'all', code: '' })) ||
        words.includes(audienceWord({ kind: 'block', code: blockCode })) ||
        words.includes(audienceWord({ kind: 'unit', code }))),
  )
