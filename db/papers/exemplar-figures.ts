/** The exemplars of one quarter: those proposed in it, and those of closed quarters of which something became in it. */
import { sql } from 'drizzle-orm'
import type { ExemplarFigures } from '../../domain/papers/quarter-figures.ts'
import type { Quarter } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'

export async function exemplarFigures(
  db: Db | Tx,
  year: number,
  quarter: Quarter,
): Promise<ExemplarFigures[]> {
  return [...(await proposedIn(db, year, quarter)), ...(await carriedInto(db, year, quarter))]
}

async function proposedIn(db: Db | Tx, year: number, quarter: Quarter): Promise<ExemplarFigures[]> {
  const rows = await db.execute<ExemplarFigures>(sql`
    select exemplar_id::int as id, quarter, kind, stage, review from summary.exemplars
    where year = ${year} and quarter = ${quarter} and erased_at is null and review in ('submitted', 'returned', 'approved')
    order by exemplar_id`)
  return [...rows]
}

/**
 * A closed quarter does not learn what becomes of its proposals. It counts in the first quarter, from the one in
 * which it happens, that was still open then: nothing falls between two quarters, and nothing counts in both.
 * See docs/decisions/closed-quarters.md.
 */
async function carriedInto(db: Db | Tx, year: number, quarter: Quarter): Promise<ExemplarFigures[]> {
  const here = year * 4 + quarter
  const rows = await db.execute<ExemplarFigures & { approved: boolean }>(sql`
    with closed as (select year * 4 + quarter as at, closed_at from closed_quarters),
    happened as (
      select v.exemplar_id, v.event, v.at,
        greatest(extract(year from office_day(v.at)) * 4 + extract(quarter from office_day(v.at)),
          x.year * 4 + x.quarter + 1)::int as first
      from exemplar_events v join exemplars x on x.id = v.exemplar_id
      join closed z on z.at = x.year * 4 + x.quarter and z.closed_at < v.at
      where v.event in ('approved', 'returned', 'stage', 'same', 'withdrawn')),
    here as (
      select exemplar_id, bool_or(event = 'approved') as approved from happened h
      where first <= ${here}
        and not exists (select from closed z where z.at = ${here} and z.closed_at < h.at)
        and ${here} - first = (
          select count(*) from closed z where z.at >= first and z.at < ${here} and z.closed_at < h.at)
      group by exemplar_id)
    select x.exemplar_id::int as id, x.quarter, x.kind, x.stage, x.review, h.approved
    from here h join summary.exemplars x on x.exemplar_id = h.exemplar_id
    where x.erased_at is null order by x.exemplar_id`)
  return rows.map(({ approved, ...row }) => ({
    ...row,
    earlier: row.review !== 'approved' ? 'dropped' : approved ? 'approved' : 'moved',
  }))
}
