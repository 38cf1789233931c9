/** One unit as a colleague of the office looks it up: its head, and how each of its tasks stands and who said so. */
import { eq, sql } from 'drizzle-orm'
import { quarterOf } from '../../domain/quarter.ts'
import type { ReportedVia, Status } from '../../domain/status.ts'
import type { Tx } from '../client.ts'
import { heldOn, notEndedOn } from '../people/in-place.ts'
import { assignments } from '../schema/index.ts'
import { type OwedTask, owedTask } from './assignments.ts'

export type DeskUnit = { id: number; code: string; name: string; shortName: string }

export type DeskHead = {
  personId: number
  name: string
  title: string | null
  /** In the one form of domain/phone.ts. */
  phone: string | null
  /** `unreachable`: joined once, and no message reaches them now. */
  reached: 'joined' | 'unreachable' | 'never'
}

export type DeskTask = {
  /** Of the assignment. */
  id: number
  shortTitle: string
  dueOn: Temporal.PlainDate
  status: Status | 'silent'
  percent: number | null
  overdue: boolean
  timesReminded: number
  /** The kinds of request that wait for a decision. */
  awaits: ('difficulty' | 'extension')[]
  /** The latest answer; `recordedBy` is the colleague who wrote it down for the unit. */
  said: { at: Date; by: string; via: ReportedVia; recordedBy: string | null } | null
}

/** The units that are asked, by their codes. */
export async function deskUnits(tx: Tx, today: Temporal.PlainDate): Promise<DeskUnit[]> {
  const rows = await tx.execute<{ id: string; code: string; name: string; short_name: string }>(sql`
    select id, code, name, short_name from units where ${notEndedOn(sql`ended_on`, today)} order by code`)
  return rows.map(({ id, short_name, ...row }) => ({ id: Number(id), ...row, shortName: short_name }))
}

/** Null where the post is vacant. */
export async function headOf(tx: Tx, unitId: number, today: Temporal.PlainDate): Promise<DeskHead | null> {
  const [row] = await tx.execute<Omit<DeskHead, 'personId'> & { person_id: string }>(sql`
    select p.id as person_id, p.full_name as name, po.title, p.phone,
      case when preferred_contact(p.id) is not null then 'joined'
        when exists (select from contacts where person_id = p.id) then 'unreachable' else 'never' end as reached
    from posts po join people p on p.id = po.person_id
    where po.unit_id = ${unitId} and po.role = 'head' and ${heldOn(sql`po.from_day`, sql`po.to_day`, today)}`)
  if (!row) return null
  const { person_id, ...head } = row
  return { personId: Number(person_id), ...head }
}

/** When somebody of the office last telephoned; null when nobody has. */
export async function lastCall(
  tx: Tx,
  unitId: number,
): Promise<{ on: Temporal.PlainDate; by: string } | null> {
  const [row] = await tx.execute<{ on: string; by: string }>(sql`
    select office_day(c.called_at)::text as on, p.full_name as by from calls c join people p on p.id = c.called_by
    where c.unit_id = ${unitId} order by c.id desc limit 1`)
  return row ? { ...row, on: Temporal.PlainDate.from(row.on) } : null
}

/** Everybody who may speak for the unit and whom a message reaches. */
export async function hearersOfUnit(
  tx: Tx,
  unitId: number,
  today: Temporal.PlainDate,
): Promise<{ personId: number; contactId: number }[]> {
  const rows = await tx.execute<{ person_id: string; contact_id: string }>(sql`
    select * from (select distinct person_id, preferred_contact(person_id) as contact_id from posts
      where unit_id = ${unitId} and ${heldOn(sql`from_day`, sql`to_day`, today)}) who
    where contact_id is not null order by person_id`)
  return rows.map((row) => ({ personId: Number(row.person_id), contactId: Number(row.contact_id) }))
}

type Row = Record<'id' | 'task_title' | 'due_on', string> &
  Record<'reported_at' | 'reported_by' | 'recorded_by' | 'awaits_decision', string | null> & {
    status: DeskTask['status']
    percent: number | null
    overdue: boolean
    times_reminded: number
    reported_via: ReportedVia | null
  }

/**
 * What is asked this quarter, what is overdue from before, and what was answered today; not what was past when the plan
 * became known here.
 */
export async function deskTasks(tx: Tx, unitId: number, today: Temporal.PlainDate): Promise<DeskTask[]> {
  const rows = await tx.execute<Row>(sql`
    select s.assignment_id as id, s.task_title, s.due_on::text, s.status, s.percent, s.times_reminded,
      s.status <> 'done' and s.due_on < ${today.toString()} as overdue,
      s.reported_at, s.reported_by, s.reported_via, s.recorded_by, s.awaits_decision
    from summary.status s join assignments a on a.id = s.assignment_id
    where a.unit_id = ${unitId} and ((s.year = ${today.year} and s.quarter = ${quarterOf(today)})
      or (s.status <> 'done' and s.due_on < ${today.toString()} and s.due_on >= a.urged_from)
      or office_day(s.reported_at) = ${today.toString()})
    order by s.due_on, s.assignment_id`)
  return rows.map((row) => ({
    id: Number(row.id),
    shortTitle: row.task_title,
    dueOn: Temporal.PlainDate.from(row.due_on),
    status: row.status,
    percent: row.percent,
    overdue: row.overdue,
    timesReminded: row.times_reminded,
    awaits: (row.awaits_decision?.split(',') ?? []) as DeskTask['awaits'],
    said: saidIn(row),
  }))
}

function saidIn({ reported_at, reported_by, reported_via, recorded_by }: Row): DeskTask['said'] {
  if (reported_at === null || reported_by === null || reported_via === null) return null
  return { at: new Date(reported_at), by: reported_by, via: reported_via, recordedBy: recorded_by }
}

/** A task of any unit, locked so that the second of two colleagues sees what the first wrote; null when it is asked no more. */
export async function lockedTask(tx: Tx, assignmentId: number): Promise<OwedTask | null> {
  await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(eq(assignments.id, assignmentId))
    .for('no key update')
  return owedTask(tx, assignmentId)
}
