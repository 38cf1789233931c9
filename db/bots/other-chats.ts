/** Who can be reached by another bot when one does not work: void, or at the end of its month. */
import { sql } from 'drizzle-orm'
import type { Bot } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'

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
