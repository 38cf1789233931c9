/** Makes chats nobody's: no message reaches them, and their addresses are forgotten. */
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { channelChoices, contacts, conversations, outbox } from '../schema/index.ts'

/**
 * No message reaches the person until they write again. What waited stays in the ledger as proof that it did not
 * reach them; answers to what they wrote themselves still go out.
 */
export async function closeChats(tx: Tx, personId: number): Promise<void> {
  const rows = await tx
    .update(contacts)
    .set({ state: 'unreachable' })
    .where(eq(contacts.personId, personId))
    .returning({ id: contacts.id })
  const ids = rows.map(({ id }) => id)
  await tx
    .update(outbox)
    .set({ state: 'failed', failure: 'unreachable' })
    .where(and(inArray(outbox.contactId, ids), eq(outbox.state, 'waiting'), eq(outbox.priority, 1)))
}

/**
 * Takes a person's chats and dialogue from them, and what was chosen for their chats; returns how many chats. The address of the chat in which they are
 * being answered stays until the answer has gone out, see db/forgetting/prune.ts.
 */
export async function takeChats(tx: Tx, personId: number, answering: number | null = null): Promise<number> {
  await tx.update(contacts).set({ claimedPersonId: null }).where(eq(contacts.claimedPersonId, personId))
  await tx.delete(conversations).where(eq(conversations.personId, personId))
  await tx
    .delete(channelChoices)
    .where(and(eq(channelChoices.scope, 'person'), eq(channelChoices.subject, String(personId))))
  const rows = await tx
    .update(contacts)
    .set({ personId: null, joinedAt: null, state: 'unreachable' })
    .where(eq(contacts.personId, personId))
    .returning({ id: contacts.id })
  const ids = rows.map(({ id }) => id)
  await forgetAddresses(tx, and(inArray(contacts.id, ids), ne(contacts.id, answering ?? 0)))
  return ids.length
}

/** The platform's id of a chat is somebody's account. The row stays, for the ledger refers to it. */
export async function forgetAddresses(tx: Tx, which: SQL | undefined): Promise<number> {
  const rows = await tx
    .update(contacts)
    .set({ externalId: sql`${FORGOTTEN} || ${contacts.id}` })
    .where(and(which, hasAddress))
    .returning({ id: contacts.id })
  return rows.length
}

const FORGOTTEN = 'erased-'

export const hasAddress = sql`not starts_with(${contacts.externalId}, ${FORGOTTEN})`
