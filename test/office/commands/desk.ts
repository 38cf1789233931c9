/** The office's desk: the plan and the list of units that ship with dondoc, and the commands that take them in. */
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { recordReport } from '../../../db/answers/reports.ts'
import type { Db } from '../../../db/client.ts'
import type { Outcome } from '../../../domain/command.ts'
import type { Status } from '../../../domain/status.ts'
import { planImport } from '../../../office/commands/plan-import.ts'
import { planSet } from '../../../office/commands/plan-set.ts'
import { unitsImport } from '../../../office/commands/units-import.ts'

const seed = (name: string) => readFileSync(new URL(`../../../db/seed/${name}`, import.meta.url), 'utf8')

export const planText = seed('plan-83.yaml')
export const unitList = seed('units-example.csv')

export const today = Temporal.PlainDate.from('2026-11-23')
export const now = new Date('2026-11-23T02:00:00Z')
const first = { dryRun: false, today, now }

type PlanOrder = Parameters<typeof planImport>[1]
export const importPlan = (db: Db, text = planText, order: Partial<PlanOrder> = {}) =>
  planImport(db, { text, fileName: 'plan.yaml', yes: false, ...first, ...order })

type UnitsOrder = Parameters<typeof unitsImport>[1]
export const importUnits = (
  db: Db,
  list: string | Uint8Array = unitList,
  order: Partial<UnitsOrder> = {},
) => {
  const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list
  return unitsImport(db, { bytes, fileName: 'units.csv', endGone: false, ...first, ...order })
}

export const set = (db: Db, task: string, field: string, value: string, on = today) =>
  planSet(db, { task, field, value, today: on, now })

/** What a script gets. */
export const jsonOf = ({ json }: Outcome) => JSON.parse(JSON.stringify(json))

/** The counts of an import: added, changed, unchanged, gone. */
export const counts = (outcome: Outcome): number[] => {
  const { added, changed, unchanged, gone } = jsonOf(outcome)
  return [added, changed, unchanged, gone]
}

/** The list with one text for another. */
export function replaced(text: string, ...changes: [from: string, to: string][]): string {
  return changes.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`"${from}" is not there`)
    return whole.replace(from, to)
  }, text)
}

/** Of how many units each task is asked in each quarter: `Q4-b 4`. */
export async function asked(db: Db): Promise<Record<string, number>> {
  const rows = await db.execute<{ what: string; units: number }>(sql`
    select task_code || ' ' || quarter as what, count(*)::int as units from summary.status group by 1 order by 1`)
  return Object.fromEntries(rows.map(({ what, units }) => [what, units]))
}

/** The due dates of a task over all its units, each with how many have it. */
export async function dueDates(db: Db, task: string): Promise<Record<string, number>> {
  const rows = await db.execute<{ due: string; units: number }>(sql`
    select due_on::text as due, count(*)::int as units from summary.status where task_code = ${task} group by 1 order by 1`)
  return Object.fromEntries(rows.map(({ due, units }) => [due, units]))
}

/** Which version of each row stands in the database: rows that nobody wrote to keep theirs. */
export async function rowVersions(db: Db): Promise<string[]> {
  const tables = ['plans', 'tasks', 'assignments', 'blocks', 'units', 'people', 'posts', 'invitations']
  const each = tables.map((table) =>
    sql.raw(`select '${table} ' || ctid || ' ' || xmin as row from ${table}`),
  )
  const rows = await db.execute<{ row: string }>(sql`${sql.join(each, sql` union all `)} order by 1`)
  return rows.map(({ row }) => row)
}

/** A unit's head answers a task. */
export async function answer(db: Db, unit: string, task: string, status: Status): Promise<void> {
  const [row] = await db.execute<{ assignment: string; person: string }>(sql`
    select a.id as assignment, p.person_id as person from assignments a
    join tasks t on t.id = a.task_id and t.code = ${task}
    join units u on u.id = a.unit_id and u.code = ${unit}
    join posts p on p.unit_id = u.id and p.to_day is null`)
  if (!row) throw new Error(`${unit} is not asked ${task}`)
  const report = { assignmentId: Number(row.assignment), status, personId: Number(row.person), now }
  await db.transaction((tx) => recordReport(tx, { ...report, via: 'telegram' }))
}

/** Every answer ever given: `MN01 Q4-b done`. */
export async function reports(db: Db): Promise<string[]> {
  const rows = await db.execute<{ report: string }>(
    sql`select unit_code || ' ' || task_code || ' ' || status as report from summary.reports order by report_id`,
  )
  return rows.map(({ report }) => report)
}
