/** What units owe, as a person who answers for them sees it. */
import { type SQL, sql } from 'drizzle-orm'
import type { Difficulty, ReportedVia, Status } from '../../domain/status.ts'
import type { Db, Tx } from '../client.ts'

export type OwedTask = {
  id: number
  taskCode: string
  shortTitle: string
  fullText: string
  quarter: number
  dueOn: Temporal.PlainDate
  unitId: number
  unit: string
  /** The latest answer; `silent` when there is none. */
  status: Status | 'silent'
  percent: number | null
  expectedOn: Temporal.PlainDate | null
  difficulty: Difficulty | null
  reportId: number | null
  reportedAt: Date | null
  via: ReportedVia | null
  /** Who of the office wrote it down for the unit; null when the unit answered itself. */
  recordedBy: string | null
  evidenceCount: number
}

type Row = {
  id: string
  task_code: string
  short_title: string
  full_text: string
  quarter: number
  due_on: string
  unit_id: string
  unit: string
  status: Status | null
  percent: number | null
  expected_on: string | null
  difficulty: Difficulty | null
  report_id: string | null
  reported_at: string | null
  via: ReportedVia | null
  recorded_by: string | null
  evidence_count: number
}

/**
 * The tasks of these units that have begun and were not already past when the plan became known here, in the plan's
 * order: everything still open, and what was done this quarter. With `ids`, those alone, whatever their time.
 */
export async function owedTasks(
  tx: Tx | Db,
  unitIds: number[],
  today: Temporal.PlainDate,
  ids?: number[],
): Promise<OwedTask[]> {
  if (unitIds.length === 0 || ids?.length === 0) return []
  const quarterBegan = today.with({ month: Math.floor((today.month - 1) / 3) * 3 + 1, day: 1 })
  const which = ids
    ? sql`a.id in ${ids}`
    : sql`make_date(a.year, a.quarter * 3 - 2, 1) <= ${today.toString()} and a.due_on >= a.urged_from
        and (r.status is distinct from 'done' or a.due_on >= ${quarterBegan.toString()})`
  return tasksThat(tx, sql`a.unit_id in ${unitIds} and ${which}`)
}

/** One task, whichever unit owes it; null when it is asked no more. Whether somebody may see it is not checked here. */
export const owedTask = async (tx: Tx | Db, id: number): Promise<OwedTask | null> =>
  (await tasksThat(tx, sql`a.id = ${id}`))[0] ?? null

async function tasksThat(tx: Tx | Db, are: SQL): Promise<OwedTask[]> {
  const rows = await tx.execute<Row>(sql`
    select a.id, t.code as task_code, t.short_title, t.full_text, a.quarter, a.due_on::text, a.unit_id,
      u.short_name as unit, r.status, r.percent, r.expected_on::text, r.difficulty, r.id as report_id, r.reported_at,
      r.via, w.full_name as recorded_by,
      (select count(*) from attachments e where e.assignment_id = a.id and e.state in ('waiting', 'stored'))::int as evidence_count
    from assignments a
    join tasks t on t.id = a.task_id
    join units u on u.id = a.unit_id
    left join lateral (select * from reports where assignment_id = a.id order by id desc limit 1) r on true
    left join people w on w.id = r.recorded_by
    where a.withdrawn_at is null and ${are}
    order by u.code, a.year, a.quarter, t.position`)
  return rows.map((row) => ({
    id: Number(row.id),
    taskCode: row.task_code,
    shortTitle: row.short_title,
    fullText: row.full_text,
    quarter: row.quarter,
    dueOn: Temporal.PlainDate.from(row.due_on),
    unitId: Number(row.unit_id),
    unit: row.unit,
    status: row.status ?? 'silent',
    percent: row.percent,
    expectedOn: row.expected_on ? Temporal.PlainDate.from(row.expected_on) : null,
    difficulty: row.difficulty,
    reportId: row.report_id === null ? null : Number(row.report_id),
    reportedAt: row.reported_at ? new Date(row.reported_at) : null,
    via: row.via,
    recordedBy: row.recorded_by,
    evidenceCount: row.evidence_count,
  }))
}
