/** What units wait to hear of: their difficulties and wishes for a later date. One is open for a task at most. */
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Difficulty } from '../../domain/status.ts'
import type { Tx } from '../client.ts'
import { type decisions, requests } from '../schema/index.ts'
import { lockAssignment } from './keep-requests.ts'

type Ruling = (typeof decisions.$inferSelect)['decision']

export type Request = {
  id: number
  /** `extension` as soon as a date is wished for, whatever it began with. */
  kind: 'difficulty' | 'extension'
  assignmentId: number
  unitId: number
  unit: string
  taskCode: string
  title: string
  dueOn: Temporal.PlainDate
  wishedDueOn: Temporal.PlainDate | null
  difficulty: Difficulty | null
  /** The unit's own words since it asked, the latest. */
  note: string | null
  askerId: number
  asker: string
  askerPhone: string | null
  askedAt: Date
  passedToId: number | null
  passedTo: string | null
  isOpen: boolean
  /** What was said last; null while nobody has said anything. */
  last: {
    ruling: Ruling
    newDueOn: Temporal.PlainDate | null
    reason: string | null
    by: string | null
    at: Date
  } | null
}

type Row = {
  id: string
  kind: Request['kind']
  assignment_id: string
  unit_id: string
  unit: string
  task_code: string
  title: string
  due_on: string
  wished_due_on: string | null
  difficulty: Difficulty | null
  note: string | null
  asked_by: string
  asker: string
  phone: string | null
  asked_at: string
  passed_to: string | null
  leader: string | null
  closed_at: string | null
  ruling: Ruling | null
  new_due_on: string | null
  reason: string | null
  decider: string | null
  decided_at: string | null
}

/** In the order in which they were asked. */
async function requestsThat(tx: Tx, are: SQL): Promise<Request[]> {
  const rows = await tx.execute<Row>(sql`
    select q.id, q.kind, q.assignment_id, a.unit_id, u.name as unit, t.code as task_code, t.short_title as title,
      a.due_on::text, q.wished_due_on::text, said.difficulty, said.note, q.asked_by, p.full_name as asker, p.phone,
      q.asked_at, q.passed_to, l.full_name as leader, q.closed_at,
      d.decision as ruling, d.new_due_on::text, d.reason, w.full_name as decider, d.decided_at
    from requests q
    join assignments a on a.id = q.assignment_id
    join tasks t on t.id = a.task_id
    join units u on u.id = a.unit_id
    join people p on p.id = q.asked_by
    left join people l on l.id = q.passed_to
    left join lateral (select * from decisions where request_id = q.id order by id desc limit 1) d on true
    left join people w on w.id = d.decided_by
    left join lateral (
      select (array_agg(r.difficulty order by r.id desc) filter (where r.difficulty is not null))[1] as difficulty,
        (array_agg(r.note order by r.id desc) filter (where r.note is not null))[1] as note
      from reports r
      where r.assignment_id = q.assignment_id and r.reported_at between q.asked_at and coalesce(q.closed_at, 'infinity')
    ) said on true
    where ${are}
    order by q.id`)
  return rows.map(requestFrom)
}

const requestFrom = (row: Row): Request => ({
  id: Number(row.id),
  kind: row.kind,
  assignmentId: Number(row.assignment_id),
  unitId: Number(row.unit_id),
  unit: row.unit,
  taskCode: row.task_code,
  title: row.title,
  dueOn: Temporal.PlainDate.from(row.due_on),
  wishedDueOn: dayOrNull(row.wished_due_on),
  difficulty: row.difficulty,
  note: row.note,
  askerId: Number(row.asked_by),
  asker: row.asker,
  askerPhone: row.phone,
  askedAt: new Date(row.asked_at),
  passedToId: row.passed_to === null ? null : Number(row.passed_to),
  passedTo: row.leader,
  isOpen: row.closed_at === null,
  last:
    row.ruling === null || row.decided_at === null
      ? null
      : {
          ruling: row.ruling,
          newDueOn: dayOrNull(row.new_due_on),
          reason: row.reason,
          by: row.decider,
          at: new Date(row.decided_at),
        },
})

const dayOrNull = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

/** All that wait for a decision; or those that wait for this leader's. */
export const openRequests = (tx: Tx, passedTo: number | null): Promise<Request[]> =>
  requestsThat(
    tx,
    passedTo === null ? sql`q.closed_at is null` : sql`q.closed_at is null and q.passed_to = ${passedTo}`,
  )

/** What was asked last for an assignment, open or decided; null when nothing ever was. */
export const lastRequestOf = async (tx: Tx, assignmentId: number): Promise<Request | null> =>
  (await requestsThat(tx, sql`q.assignment_id = ${assignmentId}`)).at(-1) ?? null

/** As it stands, and locked for this transaction: of two who decide at once, the second sees what the first said. */
export async function lockedRequest(tx: Tx, id: number): Promise<Request | null> {
  const [found] = await tx
    .select({ assignmentId: requests.assignmentId })
    .from(requests)
    .where(eq(requests.id, id))
  if (!found) return null
  await lockAssignment(tx, found.assignmentId)
  return (await requestsThat(tx, sql`q.id = ${id}`))[0] ?? null
}
