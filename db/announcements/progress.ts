/** The one message in which whoever sent an announcement sees how it fares: sent once, then edited. */
import { and, desc, eq, like, or, sql } from 'drizzle-orm'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { keepConversation, openConversation } from '../messages/conversations.ts'
import { enqueue } from '../messages/outbox.ts'
import { outbox } from '../schema/index.ts'

const keyOf = (announcementId: number) => `announcement-progress:${announcementId}`

/** As it was last put into the outbox. */
export type LastShown = Pick<
  typeof outbox.$inferSelect,
  'id' | 'state' | 'contactId' | 'personId' | 'externalId' | 'message' | 'queuedAt'
>

/** Null: nobody is shown anything yet. */
export async function lastShown(tx: Tx, announcementId: number): Promise<LastShown | null> {
  const [row] = await tx
    .select({
      id: outbox.id,
      state: outbox.state,
      contactId: outbox.contactId,
      personId: outbox.personId,
      externalId: outbox.externalId,
      message: outbox.message,
      queuedAt: outbox.queuedAt,
    })
    .from(outbox)
    .where(or(eq(outbox.key, keyOf(announcementId)), like(outbox.key, `${keyOf(announcementId)}:%`)))
    .orderBy(desc(outbox.id))
    .limit(1)
  return row ?? null
}

/** Shows it in this chat; a message that has `replaces` goes on where that one stood. */
export async function show(
  tx: Tx,
  announcementId: number,
  to: { contactId: number; personId: number | null },
  message: OutgoingMessage,
  now: Date,
): Promise<void> {
  const key = keyOf(announcementId)
  const shown = await tx.$count(outbox, or(eq(outbox.key, key), like(outbox.key, `${key}:%`)))
  await enqueue(tx, { key: shown === 0 ? key : `${key}:${shown}`, kind: 'answer', ...to, message, now })
}

/** Whether a message of this chat was ever changed where it stood: what a platform cannot edit is sent anew. */
export async function editsInPlace(tx: Tx, contactId: number): Promise<boolean> {
  const edited = and(
    eq(outbox.contactId, contactId),
    sql`${outbox.message}->>'replaces' = ${outbox.externalId}`,
  )
  const [row] = await tx.select({ id: outbox.id }).from(outbox).where(edited).limit(1)
  return row !== undefined
}

/** When the last question to somebody was the old message's, what they type now answers the new one. */
export async function offerInstead(
  db: Db,
  personId: number,
  before: OutgoingMessage,
  after: OutgoingMessage,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { offered, ...state } = await openConversation(tx, personId, now)
    if (JSON.stringify(offered) !== JSON.stringify(before.choices?.flat())) return
    await keepConversation(tx, personId, { ...state, offered: after.choices?.flat() ?? [] }, now)
  })
}
