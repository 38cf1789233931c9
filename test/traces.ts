/** Looks for words in everything that is kept: every text and every JSON of every table. */
import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** The columns in which some of these words stand, such as `outbox.message`. */
export async function tracesOf(db: Db, ...words: string[]): Promise<string[]> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY') order by 1, 2`)
  const found: string[] = []
  for (const { table, column } of columns) {
    const [row] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from ${sql.identifier(table)}
      where exists (select from unnest(${sql.param(words)}::text[]) word
        where strpos(${sql.identifier(column)}::text, word) > 0)`)
    if (row && row.n > 0) found.push(`${table}.${column}`)
  }
  return found
}

/** The figures that the office relies on, by view. */
export async function figures(db: Db) {
  const of = async (query: ReturnType<typeof sql>) => [...(await db.execute(query))]
  return {
    status: await of(
      sql`select unit_code, task_code, status, evidence_count, times_reminded from summary.status order by assignment_id`,
    ),
    progress: await of(sql`select * from summary.unit_progress order by unit_code, quarter`),
    reports: await of(sql`select report_id, status, note from summary.reports`),
    exemplars: await of(sql`select exemplar_id, unit_code, year, review, stage, kind from summary.exemplars`),
    deliveries: await of(
      sql`select delivery_id, kind, state, sent_at from summary.deliveries order by delivery_id`,
    ),
  }
}
