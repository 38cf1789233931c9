/** What is due on a day, asked of the database: decides, and queues nothing. */
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db, Tx } from '../../db/client.ts'
import { readReminderFacts } from '../../db/reminders/facts.ts'
import { writtenTo } from '../../db/reminders/reminders.ts'
import { readSettings, type Settings } from '../../db/settings.ts'
import type { Cadence } from '../../domain/reminders/cadence.ts'
import { asIfAlwaysKnown } from '../../domain/reminders/facts.ts'
import { type PlannedMessage, planReminders } from '../../domain/reminders/plan.ts'

/** Longer ago than any cadence reaches: what is older is on the call list, if anywhere. */
const LONGEST_MEMORY = { years: 1 }

const cadenceOf = (settings: Settings): Cadence => ({
  before: settings.remind_before,
  overdue: settings.remind_overdue,
})

/** The messages due on a day that nobody has had yet. */
export async function planFor(db: Db | Tx, on: Temporal.PlainDate): Promise<PlannedMessage[]> {
  const settings = await readSettings(db)
  const calendar = await readCalendar(db)
  const wanted = { dueFrom: on.subtract(LONGEST_MEMORY), inPlaceOn: on, timeZone: settings.timezone }
  const facts = await readReminderFacts(db, wanted)
  const people = [...new Set(facts.holders.map(({ personId }) => personId))]
  const written = await writtenTo(db, people, on)
  return planReminders({ ...facts, written }, on, calendar, cadenceOf(settings))
}

/**
 * Day by day, both days included, what the people of now would get, had the plan been there long before; with the
 * answers known by now.
 */
export async function planRehearsal(
  db: Db,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<PlannedMessage[]> {
  const settings = await readSettings(db)
  const calendar = await readCalendar(db)
  const wanted = { dueFrom: from.subtract(LONGEST_MEMORY), inPlaceOn: null, timeZone: settings.timezone }
  const facts = { ...(await readReminderFacts(db, wanted)), written: new Set<number>() }
  const days = Array.from({ length: from.until(to).days + 1 }, (_, index) => from.add({ days: index }))
  return days.flatMap((day) =>
    planReminders(asIfAlwaysKnown(facts, day, calendar), day, calendar, cadenceOf(settings)),
  )
}
