/** What units owe, as far as reminding goes: with its latest answer and what was said of it before. */
import { sql } from 'drizzle-orm'
import type { Quarter } from '../../domain/quarter.ts'
import type { ReminderTask } from '../../domain/reminders/facts.ts'
import type { Status } from '../../domain/status.ts'
import type { Db, Tx } from '../client.ts'

type Row = {
  id: string
  task_code: string
  short_title: string
  year: number
  quarter: Quarter
  unit_id: string
  due_on: string
  urged_from: string
  urged_through: string | null
  put_off_until: string | null
  status: Status | null
  percent: number | null
  reported_on: string | null
  opened_on: string | null
}

/**
 * The day before which nothing is asked of an assignment `a`: agreed with the unit, or the end of a pause, be it the day
 * on which the office ended it; and while the unit waits for the office's word on a later date, no day at all.
 */
const restsUntil = (timeZone: string) => sql`case
  when exists (select from requests q
    where q.assignment_id = a.id and q.kind = 'extension' and q.closed_at is null) then date '9999-12-31'
  else greatest(a.put_off_until, (
    select max(least(s.until_day, (s.ended_at at time zone ${timeZone})::date)) from pauses s
    join paused_units k on k.pause_id = s.id where k.unit_id = a.unit_id)) end`

/**
 * A pause ran when the message `m` was to leave that opens the quarter, be it cancelled or sent without this unit's tasks:
 * the unit has not heard of them. What was queued after the office had ended the pause was not touched by it.
 */
const KEPT_BACK = sql`exists (
  select from outbox o, pauses s join paused_units k on k.pause_id = s.id
  where o.id = m.outbox_id and k.unit_id = a.unit_id and m.on_day >= s.from_day and m.on_day < s.until_day
    and (o.sent_at is null or o.sent_at > s.made_at)
    and (s.ended_at is null or coalesce(o.sent_at, o.queued_at) < s.ended_at))`

/**
 * What is still asked of units, in the plan's order: all that is due from a day on, or some by their ids.
 * `timeZone` is the office's, for the day of an answer.
 */
export async function reminderTasks(
  db: Db | Tx,
  which: { dueFrom: Temporal.PlainDate } | { ids: readonly number[] },
  timeZone: string,
): Promise<ReminderTask[]> {
  if ('ids' in which && which.ids.length === 0) return []
  const condition = 'ids' in which ? sql`a.id in ${which.ids}` : sql`a.due_on >= ${which.dueFrom.toString()}`
  const rows = await db.execute<Row>(sql`
    select a.id, t.code as task_code, t.short_title, a.year, a.quarter, a.unit_id, a.due_on::text,
      a.urged_from::text, a.urged_through::text, ${restsUntil(timeZone)}::text as put_off_until, r.status, r.percent,
      (r.reported_at at time zone ${timeZone})::date::text as reported_on,
      (select max(m.on_day)::text from reminders m
        where m.assignment_id = a.id and m.why like 'opening%' and not ${KEPT_BACK}) as opened_on
    from assignments a
    join tasks t on t.id = a.task_id
    left join lateral (select * from reports where assignment_id = a.id order by id desc limit 1) r on true
    where a.withdrawn_at is null and ${condition}
    order by a.year, a.quarter, t.position, a.id`)
  return rows.map((row) => ({
    id: Number(row.id),
    taskCode: row.task_code,
    shortTitle: row.short_title,
    year: row.year,
    quarter: row.quarter,
    unitId: Number(row.unit_id),
    dueOn: Temporal.PlainDate.from(row.due_on),
    urgedFrom: Temporal.PlainDate.from(row.urged_from),
    urgedThrough: dayOrNull(row.urged_through),
    putOffUntil: dayOrNull(row.put_off_until),
    status: row.status ?? 'silent',
    percent: row.percent,
    reportedOn: dayOrNull(row.reported_on),
    openedOn: dayOrNull(row.opened_on),
  }))
}

const dayOrNull = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
