/** Everything the platforms told us, stored before it is confirmed to them and handled once. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { inbox } from '../schema/index.ts'

export type StoredUpdate = { id: number; chat: string; payload: unknown; receivedAt: Date }

/** Keeps updates as they came; one that came before is passed over. */
export async function storeUpdates(
  db: Db,
  bot: Bot,
  updates: { externalId: string; chat: string; payload: unknown }[],
  now: Date,
): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map((u) => ({ ...u, payload: withoutNul(u.payload) }))
  await db.execute(sql`
    insert into inbox (channel, bot, external_id, chat, payload, received_at)
    select ${bot.channel}, ${bot.bot}, r."externalId", r.chat, r.payload, ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r("externalId" text, chat text, payload jsonb)
    on conflict do nothing`)
}

/** PostgreSQL takes no NUL in its JSON, and one of them would keep a whole batch from being stored. */
function withoutNul(payload: unknown): unknown {
  const json = JSON.stringify(payload)
  if (!json.includes('\\u0000')) return payload
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
}

/** The oldest updates of a bot that nobody has handled, without those in hand. */
export function openUpdates(db: Db, bot: Bot, inHand: number[], limit: number): Promise<StoredUpdate[]> {
  return db
    .select({ id: inbox.id, chat: inbox.chat, payload: inbox.payload, receivedAt: inbox.receivedAt })
    .from(inbox)
    .where(
      and(
        eq(inbox.channel, bot.channel),
        eq(inbox.bot, bot.bot),
        isNull(inbox.handledAt),
        isNull(inbox.failedAt),
        sql`${inbox.id} <> all(${sql.param(inHand)})`,
      ),
    )
    .orderBy(inbox.id)
    .limit(limit)
}

/** So far back a chat's previous update is looked for; what came right before is never farther. */
const NEAR = 100

/** What the same chat told us right before, as it came; null when that was long ago. */
export async function payloadBefore(tx: Tx, id: number): Promise<unknown> {
  const [row] = await tx.execute<{ payload: unknown }>(sql`
    select before.payload from inbox this
    join inbox before on before.id < this.id and before.id > this.id - ${NEAR}
      and (before.channel, before.bot, before.chat) = (this.channel, this.bot, this.chat)
    where this.id = ${id} order by before.id desc limit 1`)
  return row?.payload ?? null
}

/** Marks an update handled, as part of the handling. False when it was handled before: then nothing may be done. */
export async function takeUpdate(tx: Tx, id: number, now: Date): Promise<boolean> {
  const rows = await tx
    .update(inbox)
    .set({ handledAt: now })
    .where(and(eq(inbox.id, id), isNull(inbox.handledAt), isNull(inbox.failedAt)))
    .returning({ id: inbox.id })
  return rows.length > 0
}

/** Counts a failed attempt; returns how many there were. */
export async function countAttempt(db: Db, id: number, error: string): Promise<number> {
  const rows = await db
    .update(inbox)
    .set({ attempts: sql`${inbox.attempts} + 1`, error })
    .where(eq(inbox.id, id))
    .returning({ attempts: inbox.attempts })
  return rows[0]?.attempts ?? 0
}

/** Gives an update up, so that it stops nobody else. */
export async function giveUp(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.update(inbox).set({ failedAt: now }).where(eq(inbox.id, id))
}
