/** How the day's reminders stand in the ledger, and when the next ones go out. */
import { sql } from 'drizzle-orm'
import { isWorkingDay } from '../../domain/calendar.ts'
import { asIfAlwaysKnown } from '../../domain/reminders/facts.ts'
import { planReminders } from '../../domain/reminders/plan.ts'
import { readCalendar } from '../calendar/calendar.ts'
import type { Tx } from '../client.ts'
import { readSettings } from '../settings.ts'
import { readReminderFacts } from './facts.ts'
import { writtenTo } from './reminders.ts'

/** People, each counted once. */
type RemindersOfDay = {
  sent: number
  /** In the outbox, or due today and on its way there. */
  waiting: number
  unreached: number
}

export type RemindersAhead = {
  today: RemindersOfDay
  /** As things stand; null when nothing is in sight. */
  next: { on: Temporal.PlainDate; people: number } | null
}

/** Beyond this nothing is foreseen. */
const FARTHEST_DAYS = 200

export async function remindersAhead(tx: Tx, today: Temporal.PlainDate): Promise<RemindersAhead> {
  const settings = await readSettings(tx)
  const calendar = await readCalendar(tx)
  const cadence = { before: settings.remind_before, overdue: settings.remind_overdue }
  const wanted = { dueFrom: today.subtract({ years: 1 }), inPlaceOn: today, timeZone: settings.timezone }
  const facts = { ...(await readReminderFacts(tx, wanted)), written: new Set<number>() }
  const plan = (on: Temporal.PlainDate, known = asIfAlwaysKnown(facts, on, calendar)) =>
    planReminders(known, on, calendar, cadence)

  const people = [...new Set(facts.holders.map(({ personId }) => personId))]
  const written = await writtenTo(tx, people, today)
  // Old ones are sent only as the office orders, see jobs/reminders/send-reminders.ts.
  const toCome = plan(today, { ...facts, written }).filter(({ old }) => !old)
  const { sent, waiting, unreached } = await queuedFor(tx, today)
  const days = Array.from({ length: FARTHEST_DAYS }, (_, index) => today.add({ days: index + 1 }))
  const on = days.find((day) => isWorkingDay(calendar, day) && plan(day).length > 0)
  return {
    today: { sent, waiting: waiting + toCome.length, unreached },
    next: on ? { on, people: plan(on).length } : null,
  }
}

/** By the keys of the messages and of those that went to another chat instead, see db/reminders/reminders.ts. */
async function queuedFor(tx: Tx, on: Temporal.PlainDate): Promise<RemindersOfDay> {
  const [row] = await tx.execute<RemindersOfDay>(sql`
    with people as (
      select bool_or(state in ('sent', 'unknown')) as sent, bool_or(state in ('waiting', 'sending')) as waiting,
        bool_or(state = 'failed') as failed
      from outbox where kind = 'reminder' and split_part(key, ':', 3) = ${on.toString()}
      group by person_id)
    select count(*) filter (where sent)::int as sent, count(*) filter (where not sent and waiting)::int as waiting,
      count(*) filter (where not sent and not waiting and failed)::int as unreached
    from people`)
  return row ?? { sent: 0, waiting: 0, unreached: 0 }
}
