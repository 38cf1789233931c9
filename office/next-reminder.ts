/** The day from which units will be reminded of a task, as things stand. */
import { readCalendar } from '../db/calendar/calendar.ts'
import type { Db, Tx } from '../db/client.ts'
import { readSettings } from '../db/settings.ts'
import { isBefore } from '../domain/day-order.ts'
import type { PlanTask } from '../domain/imports/plans/file.ts'
import { assignmentPeriods } from '../domain/plans/assignment-periods.ts'
import { wavesOf } from '../domain/reminders/cadence.ts'

/** Today or later; null when all its reminders are past. A unit with a date of its own is reminded by that. */
export async function nextReminder(
  db: Db | Tx,
  task: Pick<PlanTask, 'quarter' | 'dueOn'> & { year: number },
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> {
  const calendar = await readCalendar(db)
  const { remind_before: before, remind_overdue: overdue } = await readSettings(db)
  const days = assignmentPeriods(task)
    .flatMap((period) => wavesOf(period, calendar, { before, overdue }))
    .map(({ on }) => on)
    .filter((on) => !isBefore(on, today))
  return days.sort(Temporal.PlainDate.compare)[0] ?? null
}
