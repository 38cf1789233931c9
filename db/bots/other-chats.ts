/** Who can be reached by another bot when one does not work: void, or at the end of its month. */
import { sql } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'

/** Of these messages of one bot, those whose reader has a working chat on another. */
export async function reachedElsewhere(db: Db, outboxIds: readonly number[]): Promise<Set<number>> {
  if (outboxIds.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`
    select o.id from outbox o join contacts c on c.id = o.contact_id
    where o.id in ${[...outboxIds]} and exists (select from contacts e
      where e.person_id = o.person_id and e.state = 'reachable' and (e.channel, e.bot) <> (c.channel, c.bot))`)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** The chat of a person that is not on this bot, the preferred one first; null when there is none. */
export async function chatElsewhere(
  tx: Tx | Db,
  personId: number,
  { channel, bot }: Bot,
): Promise<number | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select c.id from contacts c
    where c.person_id = ${personId} and c.state = 'reachable' and (c.channel, c.bot) <> (${channel}, ${bot})
    order by (c.channel = chosen_channel(${personId})) is true desc, c.joined_at desc nulls last limit 1`)
  return row ? Number(row.id) : null
}
