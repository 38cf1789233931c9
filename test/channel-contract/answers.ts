/** What somebody who has joined gets for what they sent: through the real conversation, and back over the channel. */
import { handleUpdate } from '../../bot/handle-update.ts'
import { readOfficeFacts } from '../../bot/office-facts.ts'
import { openUpdates, storeUpdates } from '../../db/messages/inbox.ts'
import { contacts, outbox } from '../../db/schema/index.ts'
import { freshDatabase } from '../database.ts'
import { seedOffice } from '../seed.ts'
import type { PlatformUnderTest } from './platform.ts'

/** Handles everything that was stored, and sends the answers. */
export async function answersAll(
  { channel, stored }: Pick<PlatformUnderTest, 'channel' | 'stored'>,
  id: string,
) {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, { joined: false })
  const bot = { channel: channel.name, bot: channel.bot }
  const joined = { personId: unit!.head.id, joinedAt: new Date() }
  await db.insert(contacts).values({ ...bot, externalId: id, ...joined })
  await storeUpdates(db, bot, stored, new Date())
  const handling = { db, channel, facts: () => readOfficeFacts(db), clock: () => new Date() }
  for (const update of await openUpdates(db, bot, [], 10)) await handleUpdate(handling, update)
  for (const { message } of await db.select().from(outbox).orderBy(outbox.id))
    await channel.send({ ...bot, id }, message)
}
