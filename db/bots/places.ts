/** Who has a place with which bot of a platform, and how many more people are expected there. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../domain/message.ts'
import type { BotPeople } from '../../domain/spread-over-bots.ts'
import type { Tx } from '../client.ts'

export type Places = {
  /** In the order asked for. */
  bots: BotPeople[]
  /** The bot that each of these people joined; those who joined none are left out. */
  joined: Map<number, string>
  /** Others who hold an open invitation and have not joined here. */
  expected: number
}

/** The places with these bots, for these people. */
export async function placesWith(
  tx: Tx,
  { channel, bots, people, now }: { channel: ChannelName; bots: string[]; people: number[]; now: Date },
): Promise<Places> {
  const counted = await tx.execute<BotPeople>(
    sql`select bot, people from summary.bots where channel = ${channel}`,
  )
  const countOf = new Map(counted.map(({ bot, people: count }) => [bot, count]))
  const joined = await tx.execute<{ person_id: string; bot: string }>(sql`
    select person_id, bot from contacts where channel = ${channel} and person_id is not null order by joined_at`)
  // Whose bot is no longer ours is a newcomer again.
  const theirs = joined.filter(({ bot }) => bots.includes(bot))
  const botOf = new Map(theirs.map(({ person_id, bot }) => [Number(person_id), bot]))
  const invited = await tx.execute<{ person_id: string }>(sql`
    select distinct p.person_id from invitations i join posts p on p.id = i.post_id
    where i.used_at is null and i.revoked_at is null and i.expires_at > ${now.toISOString()}`)
  const asked = new Set(people)
  const others = invited.map(({ person_id }) => Number(person_id))
  return {
    bots: bots.map((bot) => ({ bot, people: countOf.get(bot) ?? 0 })),
    joined: new Map(people.flatMap((id) => (botOf.has(id) ? [[id, botOf.get(id) ?? '']] : []))),
    expected: others.filter((id) => !asked.has(id) && !botOf.has(id)).length,
  }
}
