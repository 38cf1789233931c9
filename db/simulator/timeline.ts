/** What went out of the office's own accord, day by day and why: for whoever wants to see the rules at work. */
import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

export type SentGroup = {
  at: Date
  kind: 'reminder' | 'announcement' | 'digest'
  people: number
  /** The first few of them. */
  recipients: string[]
  /** Of reminders: the task, its due date, and the wave's label or `opening`. */
  task?: { code: string; title: string; dueOn: Temporal.PlainDate; why: string }
}

/** Newest first. One group for each kind and day, and of reminders for each task and reason. */
export async function sentTimeline(db: Db, timeZone: string, limit = 60): Promise<SentGroup[]> {
  const rows = await db.execute<{
    at: string
    kind: SentGroup['kind']
    people: number
    recipients: string[]
    code: string | null
    title: string | null
    due_on: string | null
    why: string | null
  }>(sql`
    select min(o.sent_at) as at, o.kind, count(distinct o.person_id)::int as people,
      (array_agg(p.full_name order by o.id))[1:3] as recipients, t.code, t.short_title as title, a.due_on::text, m.why
    from outbox o
    left join people p on p.id = o.person_id
    left join reminders m on m.outbox_id = o.id
    left join assignments a on a.id = m.assignment_id
    left join tasks t on t.id = a.task_id
    where o.kind <> 'answer' and o.state = 'sent'
    group by (o.sent_at at time zone ${timeZone})::date, o.kind, t.code, t.short_title, a.due_on, m.why
    order by min(o.sent_at) desc, t.code limit ${limit}`)
  return rows.map(({ at, kind, people, recipients, code, title, due_on, why }) => ({
    at: new Date(at),
    kind,
    people,
    recipients,
    ...(code !== null &&
      title !== null &&
      due_on !== null &&
      why !== null && { task: { code, title, dueOn: Temporal.PlainDate.from(due_on), why } }),
  }))
}
