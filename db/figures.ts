/** The few counts that tell whether work piles up: for monitoring and for `doctor`. */
import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

export type Figures = {
  outboxWaiting: number
  outboxFailed: number
  outboxUnknown: number
  inboxWaiting: number
  inboxFailed: number
  filesWaiting: number
  notesOpen: number
  contactsReachable: number
  contactsUnreachable: number
}

export async function readFigures(db: Db): Promise<Figures> {
  const [row] = await db.execute<Figures>(sql`select
    (select count(*) from outbox where state in ('waiting', 'sending'))::int as "outboxWaiting",
    (select count(*) from outbox where state = 'failed')::int as "outboxFailed",
    (select count(*) from outbox where state = 'unknown')::int as "outboxUnknown",
    (select count(*) from inbox where handled_at is null and failed_at is null)::int as "inboxWaiting",
    (select count(*) from inbox where failed_at is not null)::int as "inboxFailed",
    (select count(*) from attachments where state = 'waiting')::int as "filesWaiting",
    (select count(*) from notes where handled_at is null)::int as "notesOpen",
    (select count(*) from contacts where person_id is not null and state = 'reachable')::int as "contactsReachable",
    (select count(*) from contacts where person_id is not null and state <> 'reachable')::int as "contactsUnreachable"`)
  if (!row) throw new Error('PostgreSQL returned no row of counts')
  return row
}
