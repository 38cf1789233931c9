/** Which platform the office writes to first: its choices for everybody, a block, a unit or a person. */
import { and, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { channelChoices, people } from '../schema/index.ts'

type ChoiceScope = (typeof channelChoices.$inferSelect)['scope']

/** For whom: the code of a block or unit, the id of a person, empty for all. */
export type ChoiceFor = { scope: ChoiceScope; subject: string }

export type ChannelChoice = ChoiceFor & {
  channel: ChannelName
  /** The person's name; null for the other scopes. */
  person: string | null
}

/** From the widest to the narrowest. */
export async function channelChoicesMade(db: Db | Tx): Promise<ChannelChoice[]> {
  const rows = await db.execute<ChannelChoice>(sql`
    select k.scope, k.subject, k.channel, p.full_name as person
    from channel_choices k left join people p on k.scope = 'person' and p.id::text = k.subject
    order by array_position(array['all', 'block', 'unit', 'person'], k.scope), k.subject`)
  return [...rows]
}

/** The people for whom one was made, whether they still hold a post or not. */
export async function peopleChosenFor(
  tx: Tx,
): Promise<{ personId: number; person: string; phone: string | null }[]> {
  return tx
    .select({ personId: people.id, person: people.fullName, phone: people.phone })
    .from(channelChoices)
    .innerJoin(
      people,
      and(eq(channelChoices.scope, 'person'), eq(channelChoices.subject, sql`${people.id}::text`)),
    )
    .orderBy(people.id)
}

/** The narrowest choice counts for a person, see the function `chosen_channel`. */
export async function chooseChannel(tx: Tx, whom: ChoiceFor, channel: ChannelName): Promise<void> {
  await tx
    .insert(channelChoices)
    .values({ ...whom, channel })
    .onConflictDoUpdate({ target: [channelChoices.scope, channelChoices.subject], set: { channel } })
}

/** False when there was none. */
export async function forgetChoice(tx: Tx, { scope, subject }: ChoiceFor): Promise<boolean> {
  const gone = await tx
    .delete(channelChoices)
    .where(and(eq(channelChoices.scope, scope), eq(channelChoices.subject, subject)))
    .returning({ subject: channelChoices.subject })
  return gone.length > 0
}
