/** The figures of the weekly digest: those of the views the office pulls, to the digit, and the same a week before. */
import { sql } from 'drizzle-orm'
import type { BlockFigures, Counts, DigestFigures, OpenRequest } from '../../domain/digests/digest-figures.ts'
import type { Quarter } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'

type When = {
  /** The digest's day in the office's zone. */
  today: Temporal.PlainDate
  /** The moment of the week before to compare with. */
  since: Date
  timeZone: string
}

/** Null when no plan has begun by that day: there is nothing to tell. */
export async function digestFigures(db: Db | Tx, when: When): Promise<DigestFigures | null> {
  const period = await latestPeriod(db, when.today)
  if (!period) return null
  const [blocks, overdueUnits, dueNext, requests, rest] = await Promise.all([
    blockFigures(db, period, when.since),
    unitsOverdue(db, period, when.today),
    tasksDueNext(db, when.today),
    openRequests(db, when.timeZone),
    others(db, period, when),
  ])
  const sum = (of: (block: BlockFigures) => number) => blocks.reduce((all, block) => all + of(block), 0)
  const counts: Counts = {
    done: sum((b) => b.done),
    in_progress: sum((b) => b.in_progress),
    not_started: sum((b) => b.not_started),
    blocked: sum((b) => b.blocked),
    silent: sum((b) => b.silent),
  }
  return {
    ...period,
    asked: sum((b) => b.asked),
    counts,
    doneBefore: sum((b) => b.doneBefore),
    blocks,
    overdue: overdueUnits.reduce((all, { overdue }) => all + overdue, 0),
    overdueUnits: overdueUnits.map(({ name, daysLate }) => ({ name, daysLate })),
    dueNext,
    requests,
    ...rest,
  }
}

type Period = { year: number; quarter: Quarter }

/** The quarter of a day, or the last one before it in which anything was asked. */
async function latestPeriod(db: Db | Tx, today: Temporal.PlainDate): Promise<Period | null> {
  const [row] = await db.execute<Period>(sql`
    select year, quarter from summary.status where make_date(year, quarter * 3 - 2, 1) <= ${today.toString()}
    order by year desc, quarter desc limit 1`)
  return row ?? null
}

async function blockFigures(db: Db | Tx, { year, quarter }: Period, since: Date): Promise<BlockFigures[]> {
  const rows = await db.execute<BlockFigures>(sql`
    select p.block_code as code, b.name, sum(asked)::int as asked, sum(done)::int as done,
      sum(in_progress)::int as in_progress, sum(not_started)::int as not_started, sum(blocked)::int as blocked,
      sum(silent)::int as silent,
      (select count(*) from summary.status s where s.block_code = p.block_code and s.year = ${year}
        and s.quarter = ${quarter} and (select status from reports r where r.assignment_id = s.assignment_id
          and r.reported_at <= ${since.toISOString()} order by id desc limit 1) = 'done')::int as "doneBefore"
    from summary.unit_progress p join blocks b on b.code = p.block_code
    where year = ${year} and quarter = ${quarter}
    group by p.block_code, b.name order by p.block_code`)
  return [...rows]
}

function unitsOverdue(db: Db | Tx, { year, quarter }: Period, today: Temporal.PlainDate) {
  return db.execute<{ name: string; daysLate: number; overdue: number }>(sql`
    select u.short_name as name, max(${today.toString()}::date - s.due_on)::int as "daysLate", count(*)::int as overdue
    from summary.status s join units u on u.code = s.unit_code
    where s.year = ${year} and s.quarter = ${quarter} and s.status <> 'done' and s.due_on < ${today.toString()}
    group by u.id order by u.code`)
}

async function tasksDueNext(db: Db | Tx, today: Temporal.PlainDate): Promise<DigestFigures['dueNext']> {
  const rows = await db.execute<{ title: string; due_on: string; done: number; asked: number }>(sql`
    select task_title as title, due_on::text, count(*) filter (where status = 'done')::int as done,
      count(*)::int as asked
    from summary.status where due_on between ${today.toString()} and ${today.add({ days: 7 }).toString()}
    group by task_code, task_title, due_on order by due_on, task_code`)
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: Temporal.PlainDate.from(due_on) }))
}

async function openRequests(db: Db | Tx, timeZone: string): Promise<OpenRequest[]> {
  const rows = await db.execute<
    Pick<OpenRequest, 'kind' | 'unit' | 'title' | 'difficulty'> & Record<string, string | null>
  >(sql`
    select q.id, q.kind, u.short_name as unit, t.short_title as title, r.difficulty, q.wished_due_on::text,
      q.passed_to, (q.asked_at at time zone ${timeZone})::date::text as asked_on
    from requests q join assignments a on a.id = q.assignment_id join tasks t on t.id = a.task_id
    join units u on u.id = a.unit_id left join reports r on r.id = q.report_id
    where q.closed_at is null order by q.id`)
  return rows.map(({ id, kind, unit, title, difficulty, wished_due_on, passed_to, asked_on }) => ({
    id: Number(id),
    kind,
    unit,
    title,
    difficulty,
    wishedDueOn: wished_due_on ? Temporal.PlainDate.from(wished_due_on) : null,
    passedTo: passed_to ? Number(passed_to) : null,
    askedOn: Temporal.PlainDate.from(asked_on ?? ''),
  }))
}

async function others(db: Db | Tx, { year, quarter }: Period, { today, since }: When) {
  const [row] = await db.execute<{
    answers: number
    carriedOver: number
    unreached: number
    proposed: number
    names: string[] | null
  }>(sql`select
    (select count(*) from summary.reports where reported_at > ${since.toISOString()})::int as answers,
    (select count(*) from summary.status s join assignments a on a.id = s.assignment_id
      where (s.year, s.quarter) < (${year}, ${quarter}) and s.status <> 'done' and s.due_on >= a.urged_from
    )::int as "carriedOver",
    (select count(distinct unit_code) from summary.status s where s.year = ${year} and s.quarter = ${quarter}
      and not exists (select from units u join posts o on o.unit_id = u.id join contacts c on c.person_id = o.person_id
        where u.code = s.unit_code and c.state = 'reachable' and o.from_day <= ${today.toString()}
          and (o.to_day is null or o.to_day > ${today.toString()})))::int as unreached,
    (select count(*) from summary.exemplars where proposed_at > ${since.toISOString()})::int as proposed,
    (select array_agg(name order by proposed_at) from summary.exemplars
      where proposed_at > ${since.toISOString()} and name is not null) as names`)
  const { answers = 0, carriedOver = 0, unreached = 0, proposed = 0, names = null } = row ?? {}
  return { answers, carriedOver, unreached, exemplars: { count: proposed, names: names ?? [] } }
}
