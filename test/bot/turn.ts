/** One turn of a chat without a platform: a handler gets a message, and the test gets what it said. */
import { randomUUID } from 'node:crypto'
import type { Abilities } from '../../bot/channel.ts'
import { readOfficeFacts } from '../../bot/office-facts.ts'
import type { Turn } from '../../bot/turn.ts'
import type { Db } from '../../db/client.ts'
import { contactAt } from '../../db/people/contacts.ts'
import { inbox } from '../../db/schema/index.ts'
import type { IncomingMessage, OutgoingMessage } from '../../domain/message.ts'
import { officeDay } from '../../domain/office-day.ts'
import { fakeChannel } from '../fake-channel.ts'

export const NOON = new Date('2026-12-17T05:00:00Z')

type Given = {
  /** The platform's id of the chat. */
  chat?: string
  now?: Date
  message?: Partial<IncomingMessage>
  abilities?: Partial<Abilities>
}

/** Lets `handle` answer one message in a transaction of its own; returns what it said, in order. */
export async function takeTurn(
  db: Db,
  { chat = 'chat 1', now = NOON, message, abilities }: Given,
  handle: (turn: Turn) => Promise<void>,
): Promise<OutgoingMessage[]> {
  const { channel } = fakeChannel()
  const facts = await readOfficeFacts(db)
  const from = { channel: channel.name, bot: channel.bot, id: chat }
  const said: OutgoingMessage[] = []
  await db.transaction(async (tx) => {
    const update = { channel: channel.name, bot: channel.bot, externalId: randomUUID(), chat }
    const [stored] = await tx
      .insert(inbox)
      .values({ ...update, payload: {}, receivedAt: now })
      .returning({ id: inbox.id })
    await handle({
      ...facts,
      tx,
      now,
      today: officeDay(now, facts.settings.timezone),
      abilities: { ...channel.abilities, ...abilities },
      inboxId: stored!.id,
      contact: await contactAt(tx, from),
      message: { from, isPrivate: true, messageId: '1', sentAt: now, ...message },
      async say(answer) {
        said.push(answer)
      },
    })
  })
  return said
}
