/** What went out of the office's own accord, message by message and why: for whoever wants to see the rules at work. */
import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

export type SentTask = {
  code: string
  title: string
  dueOn: Temporal.PlainDate
  /** The waves' labels and `opening`, with commas between. */
  why: string
}

export type SentMessage = {
  at: Date
  kind: 'reminder' | 'announcement' | 'digest'
  /** Who got it. */
  person: string
  /** Of reminders. */
  tasks: SentTask[]
  /** Of announcements. */
  announcement?: { id: number; title: string; round: 'first' | 'again' | 'nudge' | 'change' }
  /** Of digests, as jobs/digests names them: `leaders` or `units`. */
  digest?: string
}

export type SentDays = {
  /** Newest first. */
  messages: SentMessage[]
  /** More went out on days before these. */
  hasOlder: boolean
}

const SENT = sql`o.kind <> 'answer' and o.state = 'sent'`

/** Of the newest `limit` days on which anything went out, all of it. */
export async function sentTimeline(db: Db, timeZone: string, limit: number): Promise<SentDays> {
  const day = sql`(o.sent_at at time zone ${timeZone})::date`
  const days = await db.execute<{ day: string }>(sql`
    select distinct ${day} as day from outbox o where ${SENT} order by 1 desc limit ${limit + 1}`)
  const first = days.slice(0, limit).at(-1)
  if (!first) return { messages: [], hasOlder: false }
  const rows = await db.execute<{
    at: string
    kind: SentMessage['kind']
    key: string
    person: string | null
    tasks: { code: string; title: string; dueOn: string; why: string }[] | null
    announcement: { id: number; title: string; round: 'first' | 'again' | 'nudge' | 'change' } | null
  }>(sql`
    select o.sent_at as at, o.kind, o.key, p.full_name as person,
      (select json_agg(json_build_object('code', t.code, 'title', t.short_title, 'dueOn', a.due_on, 'why', m.why)
          order by a.due_on, t.code)
        from reminders m join assignments a on a.id = m.assignment_id join tasks t on t.id = a.task_id
        where m.outbox_id = o.id) as tasks,
      (select json_build_object('id', n.id, 'title', n.title, 'round', am.round)
        from announcement_messages am join announcements n on n.id = am.announcement_id
        where am.outbox_id = o.id limit 1) as announcement
    from outbox o left join people p on p.id = o.person_id
    where ${SENT} and ${day} >= ${first.day}::date
    order by o.sent_at desc, o.id desc`)
  const messages = rows.map(({ at, kind, key, person, tasks, announcement }) => ({
    at: new Date(at),
    kind,
    person: person ?? '',
    tasks: (tasks ?? []).map((task) => ({ ...task, dueOn: Temporal.PlainDate.from(task.dueOn) })),
    ...(announcement && { announcement }),
    ...(kind === 'digest' && { digest: key.split(':')[1] ?? '' }),
  }))
  return { messages, hasOlder: days.length > limit }
}
