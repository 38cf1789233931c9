/** All that a period's papers tell: frozen figures of closed quarters, today's of the others, and the words to them. */
import { sql } from 'drizzle-orm'
import { addUpQuarters } from '../../domain/papers/add-up-quarters.ts'
import type { AnswerFacts, ExemplarFacts, PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { AnswerFigures, ExemplarFigures } from '../../domain/papers/quarter-figures.ts'
import { type Period, periodName } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'
import { readSettings } from '../settings.ts'
import { readClosedQuarters } from './closed-quarters.ts'
import { quarterFigures } from './quarter-figures.ts'

/** `today` in the office's zone. */
export async function periodFacts(
  db: Db | Tx,
  period: Period,
  today: Temporal.PlainDate,
): Promise<PeriodFacts> {
  const { year, quarters } = period
  const { timezone } = await readSettings(db)
  const kept = await readClosedQuarters(db, year, quarters)
  const closed = kept.map(({ quarter, closedAt }) => ({
    quarter,
    on: closedAt.toTemporalInstant().toZonedDateTimeISO(timezone).toPlainDate().toString(),
  }))
  const figures = []
  for (const quarter of quarters)
    figures.push(
      kept.find((one) => one.quarter === quarter)?.figures ?? (await quarterFigures(db, year, quarter)),
    )
  const { answers, exemplars, ...rest } = addUpQuarters(figures)
  const allClosed = closed.length === quarters.length
  return {
    period: periodName(period),
    year,
    quarters,
    asOf: allClosed
      ? (closed
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? '')
      : today.toString(),
    closed,
    ...rest,
    answers: await withWords(db, answers),
    exemplars: await asAllowed(db, exemplars),
  }
}

type Said = NonNullable<AnswerFacts['said']>

/** With the words of what was said, and what was said after the quarter was closed. */
async function withWords(db: Db | Tx, answers: AnswerFigures[]): Promise<AnswerFacts[]> {
  const ids = answers.flatMap(({ reportId }) => reportId ?? [])
  const rows = await db.execute<Omit<Said, 'at'> & { at: Date | string }>(sql`
    select report_id::int as "reportId", reported_at as at, reported_by as by, reported_via as via,
      recorded_by as "recordedBy", note, difficulty
    from summary.reports where report_id = any(${sql.param(ids)}::bigint[])`)
  const said = new Map(rows.map((row) => [row.reportId, { ...row, at: momentOf(row.at) }]))
  const since = await saidSince(
    db,
    answers.map(({ assignmentId }) => assignmentId),
  )
  return answers.map(({ reportId, ...answer }) => ({
    ...answer,
    said: reportId === null ? null : (said.get(reportId) ?? null),
    saidSince: since.get(answer.assignmentId) ?? null,
  }))
}

async function saidSince(db: Db | Tx, assignmentIds: number[]) {
  const rows = await db.execute<
    NonNullable<AnswerFacts['saidSince']> & { at: Date | string; assignmentId: number }
  >(sql`
    select distinct on (assignment_id) assignment_id::int as "assignmentId", report_id::int as "reportId",
      status, reported_at as at
    from summary.reports where late and assignment_id = any(${sql.param(assignmentIds)}::bigint[])
    order by assignment_id, report_id desc`)
  return new Map(rows.map(({ assignmentId, ...row }) => [assignmentId, { ...row, at: momentOf(row.at) }]))
}

const momentOf = (at: Date | string): string => new Date(at).toISOString()

/** What consent allows to be shown today, of those that are still kept. */
async function asAllowed(db: Db | Tx, exemplars: ExemplarFigures[]): Promise<ExemplarFacts[]> {
  const ids = exemplars.map(({ id }) => id)
  const rows = await db.execute<Omit<ExemplarFacts, 'stage' | 'review' | 'quarter'>>(sql`
    select x.exemplar_id::int as id, x.unit_code as "unitCode", x.unit, x.kind, x.field,
      case when x.consent_name then x.name end as name, case when x.consent_name then x.role end as role,
      case when x.consent_name then x.deed end as deed, x.consent_name as "mayName", x.consent_photo as "mayPhoto",
      case when x.consent_photo then array(select p.photo_id::int from summary.photos p
        where p.exemplar_id = x.exemplar_id and p.content_type like 'image/%' order by p.photo_id)
        else array[]::int[] end as "photoIds",
      x.proposed_by as "proposedBy",
      office_day(x.proposed_at)::text as "proposedOn"
    from summary.exemplars x
    where x.exemplar_id = any(${sql.param(ids)}::bigint[]) and x.erased_at is null
      and x.review not in ('withdrawn', 'same')`)
  const shown = new Map(rows.map((row) => [row.id, row]))
  return exemplars.flatMap((figures) => {
    const row = shown.get(figures.id)
    return row ? [{ ...row, ...figures }] : []
  })
}
