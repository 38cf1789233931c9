/** The chats: whose each one is, whether it can be reached, and how often it was wrong about an invitation. */
import { and, eq } from 'drizzle-orm'
import type { Address } from '../../domain/message.ts'
import type { Tries } from '../../domain/wrong-tries.ts'
import type { Tx } from '../client.ts'
import { contacts } from '../schema/index.ts'

export type Contact = {
  id: number
  personId: number | null
  state: 'reachable' | 'unreachable' | 'bot_gone'
  claimedPersonId: number | null
  wrongTries: number
  lockedUntil: Date | null
}

/**
 * The chat at an address, locked for this transaction; a new one is a stranger's. Another person's turn may still put a
 * message for it into the outbox: two who decide at once must not wait for each other.
 */
export async function contactAt(tx: Tx, { channel, bot, id }: Address): Promise<Contact> {
  const [contact] = await tx
    .select({
      id: contacts.id,
      personId: contacts.personId,
      state: contacts.state,
      claimedPersonId: contacts.claimedPersonId,
      wrongTries: contacts.wrongTries,
      lockedUntil: contacts.lockedUntil,
    })
    .from(contacts)
    .where(and(eq(contacts.channel, channel), eq(contacts.bot, bot), eq(contacts.externalId, id)))
    .for('no key update')
  if (contact) return contact
  await tx.insert(contacts).values({ channel, bot, externalId: id }).onConflictDoNothing()
  return contactAt(tx, { channel, bot, id })
}

/** The chat is this person's from now on, whoever had it before. */
export async function linkContact(tx: Tx, contactId: number, personId: number, now: Date): Promise<void> {
  await tx
    .update(contacts)
    .set({
      personId,
      joinedAt: now,
      state: 'reachable',
      claimedPersonId: null,
      wrongTries: 0,
      lockedUntil: null,
    })
    .where(eq(contacts.id, contactId))
}

/** Whom a shared phone number says the chat to be, until they say yes; null when they said no. */
export async function claimContact(tx: Tx, contactId: number, personId: number | null): Promise<void> {
  await tx.update(contacts).set({ claimedPersonId: personId }).where(eq(contacts.id, contactId))
}

/** Keeps how often the chat was wrong, and until when it is refused. */
export async function keepTries(
  tx: Tx,
  contactId: number,
  { wrongTries, lockedUntil }: Tries,
): Promise<void> {
  await tx.update(contacts).set({ wrongTries, lockedUntil }).where(eq(contacts.id, contactId))
}

/** What the platform says of the chat: the person closed it to us, or opened it again. */
export async function setReachability(
  tx: Tx,
  contactId: number,
  reachability: 'blocked' | 'reachable',
): Promise<void> {
  const state = reachability === 'blocked' ? 'unreachable' : 'reachable'
  await tx.update(contacts).set({ state }).where(eq(contacts.id, contactId))
}

/** The platform gave the chat a new id. */
export async function moveContact(tx: Tx, contactId: number, externalId: string): Promise<void> {
  await tx.update(contacts).set({ externalId }).where(eq(contacts.id, contactId))
}
