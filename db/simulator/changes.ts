/** Whether a simulated phone could show something else than before: asked several times a second while a page looks. */
import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

/** The same text for as long as nothing came in, was handled, went out, was fetched or refused, and nobody joined. */
export async function simulatorVersion(db: Db): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select concat_ws('.', (select count(*) from inbox), (select count(*) from inbox where handled_at is not null),
      (select count(*) from outbox where state = 'sent'), (select count(*) from attachments where state <> 'waiting'),
      (select max(joined_at) from contacts where channel = 'simulator')) as version`)
  return row?.version ?? ''
}

/** Is an answer to this chat on its way? */
export async function isAnswering(db: Db, bot: string, phone: string, now: Date): Promise<boolean> {
  const [row] = await db.execute<{ answering: boolean }>(sql`
    select exists (select from inbox i where i.channel = 'simulator' and i.bot = ${bot} and i.chat = ${phone}
        and i.handled_at is null and i.failed_at is null)
      or exists (select from outbox o join contacts c on c.id = o.contact_id
        where c.channel = 'simulator' and c.bot = ${bot} and c.external_id = ${phone}
          and (o.state = 'sending' or o.state = 'waiting' and o.not_before <= ${now.toISOString()})) as answering`)
  return row?.answering ?? false
}

/** How many messages have gone out of the office's own accord. */
export async function sentOfItself(db: Db): Promise<number> {
  const [row] = await db.execute<{ sent: number }>(sql`
    select count(*)::int as sent from outbox where kind <> 'answer' and state = 'sent'`)
  return row?.sent ?? 0
}
