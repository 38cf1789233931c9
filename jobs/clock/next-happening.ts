/** When something goes out next of the office's own accord, as things stand: for whoever lets time run ahead. */
import { nextScheduled, notYetNudged } from '../../db/announcements/announcements.ts'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { earliestWaiting } from '../../db/messages/outbox.ts'
import { readSettings, type Settings } from '../../db/settings.ts'
import { addWorkingDays, type Calendar } from '../../domain/calendar.ts'
import { DIGEST_KINDS, isDigestDay } from '../../domain/digests/digest-day.ts'
import { officeDay } from '../../domain/office-day.ts'
import { nextSendingMoment } from '../../domain/reminders/sending-hours.ts'
import { scheduleOf } from '../digests/send-digests.ts'
import { planFor } from '../reminders/plan-reminders.ts'

/** Beyond this nothing is foreseen. */
const FARTHEST_DAYS = 200

/** The first moment after `now` at which a message goes out; null when none is in sight. */
export async function nextHappening(db: Db, now: Date): Promise<Date | null> {
  const settings = await readSettings(db)
  const calendar = await readCalendar(db)
  const known = [
    await earliestWaiting(db, now),
    await nextScheduled(db, now),
    ...(await nudges(db, now, calendar, settings)),
  ].filter((moment) => moment !== null)
  const today = officeDay(now, settings.timezone)
  for (let days = 0; days < FARTHEST_DAYS; days++) {
    const day = today.add({ days })
    const moments = [
      ...known.filter((moment) => officeDay(moment, settings.timezone).equals(day)),
      ...digests(day, calendar, settings),
      ...(await reminders(db, day, now, calendar, settings)),
    ].filter((moment) => moment > now)
    if (moments.length > 0) return new Date(Math.min(...moments.map((moment) => moment.getTime())))
  }
  return null
}

function digests(day: Temporal.PlainDate, calendar: Calendar, settings: Settings): Date[] {
  return DIGEST_KINDS.flatMap((kind) => {
    const { weekday, time, move } = scheduleOf(kind, settings)
    return isDigestDay(calendar, day, weekday, move) ? [momentOf(day, time, settings)] : []
  })
}

/** When the sending hours of a day, or what is left of them, begin, if anything is due on it. */
async function reminders(
  db: Db,
  day: Temporal.PlainDate,
  now: Date,
  calendar: Calendar,
  settings: Settings,
): Promise<Date[]> {
  const midnight = momentOf(day, '00:00', settings)
  const opens = nextSendingMoment(
    midnight > now ? midnight : now,
    settings.sending_hours,
    calendar,
    settings.timezone,
  )
  if (!officeDay(opens, settings.timezone).equals(day)) return []
  return (await planFor(db, day)).length > 0 ? [opens] : []
}

/** When those are asked who have not confirmed an announcement. */
async function nudges(db: Db, now: Date, calendar: Calendar, settings: Settings): Promise<Date[]> {
  const { timezone, sending_hours, announcement_nudge_days: patience } = settings
  return (await notYetNudged(db, now)).map(({ queuedAt }) => {
    const day = addWorkingDays(calendar, officeDay(queuedAt ?? now, timezone), patience)
    return nextSendingMoment(momentOf(day, '00:00', settings), sending_hours, calendar, timezone)
  })
}

const momentOf = (day: Temporal.PlainDate, plainTime: string, { timezone: timeZone }: Settings): Date =>
  new Date(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
