/** All that a period's papers tell: frozen figures of closed quarters, today's of the others, and the words to them. */
import { sql } from 'drizzle-orm'
import { addUpQuarters } from '../../domain/papers/add-up-quarters.ts'
import type { AnswerFacts, ExemplarFacts, PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { AnswerFigures, ExemplarFigures, QuarterFigures } from '../../domain/papers/quarter-figures.ts'
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
  const { plans, answers, exemplars, ...rest } = addUpQuarters(figures)
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
    plans: await withIssuers(db, plans),
    ...rest,
    answers: await withWords(db, answers),
    exemplars: await asAllowed(db, exemplars),
  }
}

/** A report may be issued by another body than the plan it tells of. */
async function withIssuers(db: Db | Tx, plans: QuarterFigures['plans']): Promise<PeriodFacts['plans']> {
  const rows = await db.execute<{ code: string; issuer: string | null }>(
    sql`select code, facts ->> 'issuer' as issuer from plans`,
  )
  const issuers = new Map(rows.map(({ code, issuer }) => [code, issuer]))
  return plans.map((plan) => ({ ...plan, issuer: issuers.get(plan.code) ?? '' }))
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

/** Every one that was counted, with what consent allows to be shown of it today: nothing of one that is gone. */
async function asAllowed(db: Db | Tx, exemplars: ExemplarFigures[]): Promise<ExemplarFacts[]> {
  const counted = exemplars.flatMap(({ earlier = null, ...one }) =>
    earlier === 'dropped' ? [] : [{ ...one, earlier }],
  )
  const ids = counted.map(({ id }) => id)
  const rows = await db.execute<Omit<ExemplarFacts, 'quarter' | 'earlier' | 'now'> & { gone: boolean }>(sql`
    select x.exemplar_id::int as id, x.unit_code as "unitCode", x.unit, x.kind, x.field, x.stage, x.review, gone,
      case when named then x.name end as name, case when named then x.role end as role,
      case when named then x.deed end as deed, named as "mayName", shown as "mayPhoto",
      case when shown then array(select p.photo_id::int from summary.photos p
        where p.exemplar_id = x.exemplar_id and p.content_type like 'image/%' order by p.photo_id)
        else array[]::int[] end as "photoIds",
      x.proposed_by as "proposedBy",
      office_day(x.proposed_at)::text as "proposedOn"
    from summary.exemplars x,
      lateral (select x.erased_at is not null or x.review in ('withdrawn', 'same') as gone) g,
      lateral (select x.consent_name and not gone as named, x.consent_photo and not gone as shown) m
    where x.exemplar_id = any(${sql.param(ids)}::bigint[])`)
  const kept = new Map(rows.map((row) => [row.id, row]))
  return counted.flatMap((figures) => {
    const row = kept.get(figures.id)
    if (!row) return []
    const { gone, stage, review, ...shown } = row
    const kind = figures.kind ?? row.kind
    return [{ ...shown, ...figures, kind, now: gone ? null : { stage, review } }]
  })
}
