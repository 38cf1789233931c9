/** A Zalo bot near the end of its plan: people with a chat on it, and the messages it has sent this month. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { contacts } from '../../../db/schema/index.ts'

export const ZALO = { channel: 'zalo', bot: '431' } as const

/** A chat of somebody on the Zalo bot. */
export async function zaloChat(db: Db, personId: number, joinedAt = new Date('2026-01-01')): Promise<number> {
  const [row] = await db
    .insert(contacts)
    .values({ ...ZALO, externalId: `z${personId}`, personId, joinedAt })
    .returning({ id: contacts.id })
  return row!.id
}

/** So many messages have gone out this month by the chat. */
export async function haveGoneOut(db: Db, contactId: number, count: number): Promise<void> {
  await db.execute(sql`
    insert into outbox (key, kind, priority, contact_id, message, state, not_before, queued_at, sent_at)
    select 'gone:' || ${contactId}::text || ':' || n || ':' || random(), 'reminder', 1, ${contactId}, '{"text": "x"}',
      'sent', now(), now(), now()
    from generate_series(1, ${count}::int) n`)
}
