/** The figures of one quarter as they are now: those of the views that the office pulls, to the digit. */
import { sql } from 'drizzle-orm'
import type { AnnouncementFacts, Counts, TaskFacts, UnitFacts } from '../../domain/papers/period-facts.ts'
import type { AnswerFigures, QuarterFigures } from '../../domain/papers/quarter-figures.ts'
import { assignmentPeriods } from '../../domain/plans/assignment-periods.ts'
import { firstDayOfQuarter, lastDayOfQuarter, type Quarter } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'
import { exemplarFigures } from './exemplar-figures.ts'

export async function quarterFigures(db: Db | Tx, year: number, quarter: Quarter): Promise<QuarterFigures> {
  const answers = await answersOf(db, year, quarter)
  return {
    quarter,
    plans: await plansOf(db, year),
    tasks: await tasksOf(db, year, quarter, answers),
    answers: answers.map(({ taskId: _, ...answer }) => answer),
    units: await unitsOf(db, year, quarter),
    exemplars: await exemplarFigures(db, year, quarter),
    announcements: await announcementsOf(db, year, quarter),
    urging: await urgingOf(db, year, quarter),
  }
}

async function plansOf(db: Db | Tx, year: number): Promise<QuarterFigures['plans']> {
  const rows = await db.execute<QuarterFigures['plans'][number]>(sql`
    select code, number, title, issued_on::text as "issuedOn" from plans where year = ${year} order by id`)
  return [...rows]
}

type AnswerRow = AnswerFigures & { taskId: number }

async function answersOf(db: Db | Tx, year: number, quarter: Quarter): Promise<AnswerRow[]> {
  const rows = await db.execute<AnswerRow>(sql`
    select s.assignment_id::int as "assignmentId", a.task_id::int as "taskId", p.code as "planCode", s.task_code as "taskCode", s.quarter,
      s.block_code as "blockCode", s.unit_code as "unitCode", s.unit, s.due_on::text as "dueOn", s.status, s.percent,
      s.overdue, s.times_reminded as "timesReminded", s.evidence_count as "evidenceCount",
      array(select distinct m.outbox_id::int from reminders m join outbox o on o.id = m.outbox_id
        where m.assignment_id = a.id and o.state in ('sending', 'sent', 'unknown') order by 1) as reminders,
      (select max(r.id) from reports r where r.assignment_id = a.id)::int as "reportId"
    from summary.status s join assignments a on a.id = s.assignment_id join tasks t on t.id = a.task_id
    join plans p on p.id = t.plan_id
    where s.year = ${year} and s.quarter = ${quarter} order by t.plan_id, t.position, s.unit_code`)
  return [...rows]
}

/** What the units are asked, and what the office has to do itself, of whom no unit owes anything. */
async function tasksOf(
  db: Db | Tx,
  year: number,
  quarter: Quarter,
  answers: AnswerRow[],
): Promise<TaskFacts[]> {
  const rows = await db.execute<
    Omit<TaskFacts, keyof Counts> & { id: string; ownQuarter: Quarter | null; gone: boolean }
  >(sql`
    select t.id, p.code as "planCode", t.code, t.section, t.quarter as "ownQuarter", t.full_text as "fullText",
      t.short_title as "shortTitle", t.due_on::text as "dueOn", t.asks_unit_heads as "asksUnitHeads",
      t.withdrawn_at is not null as gone
    from tasks t join plans p on p.id = t.plan_id where p.year = ${year} order by p.id, t.position`)
  const byTask = Map.groupBy(answers, ({ taskId }) => taskId)
  return rows.flatMap(({ id, ownQuarter, gone, ...task }) => {
    const given = byTask.get(Number(id)) ?? []
    const dueOn = Temporal.PlainDate.from(task.dueOn)
    const period = assignmentPeriods({ year, quarter: ownQuarter, dueOn }).find((p) => p.quarter === quarter)
    if (!period || (gone && given.length === 0)) return []
    return [{ ...task, quarter, dueOn: period.dueOn.toString(), ...countsOf(given) }]
  })
}

const countsOf = (answers: AnswerFigures[]): Counts => {
  const of = (status: AnswerFigures['status']) => answers.filter((answer) => answer.status === status).length
  return {
    asked: answers.length,
    done: of('done'),
    inProgress: of('in_progress'),
    notStarted: of('not_started'),
    blocked: of('blocked'),
    silent: of('silent'),
    overdue: answers.filter(({ overdue }) => overdue).length,
  }
}

async function unitsOf(db: Db | Tx, year: number, quarter: Quarter): Promise<UnitFacts[]> {
  const rows = await db.execute<UnitFacts & { lastSaid: Date | string | null }>(sql`
    select p.unit_code as code, p.unit, p.block_code as "blockCode", b.name as block, p.asked, p.done,
      p.in_progress as "inProgress", p.not_started as "notStarted", p.blocked, p.silent, p.overdue,
      p.last_reported_at as "lastSaid"
    from summary.unit_progress p left join blocks b on b.code = p.block_code
    where p.year = ${year} and p.quarter = ${quarter} order by p.unit_code`)
  return rows.map(({ lastSaid, ...unit }) => ({
    ...unit,
    lastSaid: lastSaid === null ? null : new Date(lastSaid).toISOString(),
  }))
}

/** From midnight of the quarter's first day to that after its last, in the office's zone. */
const inQuarter = (column: ReturnType<typeof sql>, year: number, quarter: Quarter) => sql`
  office_day(${column}) between ${firstDayOfQuarter(year, quarter).toString()} and ${lastDayOfQuarter(year, quarter).toString()}`

async function announcementsOf(db: Db | Tx, year: number, quarter: Quarter): Promise<AnnouncementFacts[]> {
  const rows = await db.execute<AnnouncementFacts>(sql`
    select announcement_id::int as id, title,
      office_day(queued_at)::text as "sentOn", recipients, sent, failed, acknowledged
    from summary.announcements where state in ('queued', 'withdrawn') and ${inQuarter(sql`queued_at`, year, quarter)}
    order by queued_at, announcement_id`)
  return [...rows]
}

/** What was urged in the quarter's days: reminders that arrived, calls that were ticked off, and whom none reached. */
async function urgingOf(db: Db | Tx, year: number, quarter: Quarter): Promise<QuarterFigures['urging']> {
  const [row] = await db.execute<QuarterFigures['urging']>(sql`
    with urged as (
      select o.id, o.state, u.code from outbox o join units u on u.id = o.unit_id
      where o.kind = 'reminder' and ${inQuarter(sql`coalesce(o.sent_at, o.queued_at)`, year, quarter)}),
    called as (select id from calls where ${inQuarter(sql`called_at`, year, quarter)})
    select (select count(*) from urged where state = 'sent')::int as reminders,
      (select count(*) from called)::int as calls,
      array(select id::int from urged where state = 'sent' order by id) as "deliveryIds",
      array(select id::int from called order by id) as "callIds",
      array(select distinct code from urged where state = 'sent' order by code) as reached,
      array(select code from urged group by code having bool_and(state = 'failed') order by code) as unreached`)
  if (!row) throw new Error('the reminders could not be counted')
  return row
}
