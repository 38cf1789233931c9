/** The ledger of everything that goes out: each message is put in once and stays for ever. */
import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, min, or } from 'drizzle-orm'
import type { OutgoingMessage } from '../../domain/message.ts'
import { typedChoices } from '../../domain/typed/choices.ts'
import type { Db, Tx } from '../client.ts'
import { type DELIVERY_KINDS, outbox } from '../schema/index.ts'

export type DeliveryKind = (typeof DELIVERY_KINDS)[number]

export type NewMessage = {
  /** Names the occasion: a second message with the same key is never made. */
  key: string
  kind: DeliveryKind
  /** Null when the person has no chat that works: the row is kept as failed, the proof that nobody could be reached. */
  contactId: number | null
  personId?: number | null
  unitId?: number | null
  message: OutgoingMessage
  /** Not before this moment; default `now`. */
  notBefore?: Date
  now: Date
}

/** Adds a message once. Returns its id, or null when it was there already. */
export async function enqueue(tx: Tx | Db, m: NewMessage): Promise<number | null> {
  const unreachable = m.contactId === null
  const rows = await tx
    .insert(outbox)
    .values({
      key: m.key,
      kind: m.kind,
      priority: m.kind === 'answer' ? 0 : 1,
      contactId: m.contactId,
      personId: m.personId,
      unitId: m.unitId,
      message: m.message,
      state: unreachable ? 'failed' : 'waiting',
      failure: unreachable ? 'unreachable' : null,
      notBefore: m.notBefore ?? m.now,
      queuedAt: m.now,
    })
    .onConflictDoNothing()
    .returning({ id: outbox.id })
  return rows[0]?.id ?? null
}

/** Words a message anew while it still waits, and may change until when; false when it has left. */
export async function reword(
  tx: Tx | Db,
  id: number,
  message: OutgoingMessage,
  notBefore?: Date,
): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ message, notBefore, otherIds: null })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'waiting')))
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** Takes messages back that were claimed but have lost their reason. */
export async function cancel(db: Db | Tx, ids: number[]): Promise<void> {
  if (ids.length > 0) await db.update(outbox).set({ state: 'cancelled' }).where(inArray(outbox.id, ids))
}

/** A message of ours as it was last shown in a chat: an edit has the id of what it edited. */
export async function messageShown(
  tx: Tx,
  contactId: number,
  externalId: string,
): Promise<OutgoingMessage | null> {
  const [row] = await tx
    .select({ message: outbox.message })
    .from(outbox)
    .where(and(eq(outbox.contactId, contactId), eq(outbox.externalId, externalId)))
    .orderBy(desc(outbox.id))
    .limit(1)
  return row?.message ?? null
}

/** The last message that a chat was sent. */
export async function lastShown(tx: Tx, contactId: number): Promise<OutgoingMessage | null> {
  const [row] = await tx
    .select({ message: outbox.message })
    .from(outbox)
    .where(and(eq(outbox.contactId, contactId), eq(outbox.state, 'sent')))
    .orderBy(desc(outbox.id))
    .limit(1)
  return row?.message ?? null
}

/** The person pressed something in it: they saw it. Only the first time counts. */
export async function acknowledge(tx: Tx, contactId: number, externalId: string, now: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ acknowledgedAt: now })
    .where(
      and(eq(outbox.contactId, contactId), eq(outbox.externalId, externalId), isNull(outbox.acknowledgedAt)),
    )
}

/**
 * The person said that they saw the last thing we wrote of our own accord; with `offering`, by typing an answer, which
 * counts only when it was that message which offered it.
 */
export async function acknowledgeLast(
  tx: Tx,
  contactId: number,
  now: Date,
  offering?: string,
): Promise<void> {
  const [last] = await tx
    .select({ externalId: outbox.externalId, message: outbox.message })
    .from(outbox)
    .where(and(eq(outbox.contactId, contactId), eq(outbox.priority, 1), eq(outbox.state, 'sent')))
    .orderBy(desc(outbox.id))
    .limit(1)
  const fits =
    offering === undefined || (last && typedChoices(last.message).some(({ value }) => value === offering))
  if (last?.externalId && fits) await acknowledge(tx, contactId, last.externalId, now)
}

/** The message of a key, with the platform's id once it has been sent. */
export async function sentAs(tx: Tx, key: string): Promise<{ id: number; externalId: string | null } | null> {
  const [row] = await tx
    .select({ id: outbox.id, externalId: outbox.externalId })
    .from(outbox)
    .where(eq(outbox.key, key))
  return row ?? null
}

/** When the first message that waits for its hour may leave; null when none waits. */
export async function earliestWaiting(db: Db, after: Date): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(outbox.notBefore) })
    .from(outbox)
    .where(and(eq(outbox.state, 'waiting'), gt(outbox.notBefore, after)))
  return row?.at ?? null
}

/** Nothing that may leave by now is still here; what has no chat only follows another message. */
export async function isIdle(db: Db, now: Date): Promise<boolean> {
  const leaves = and(eq(outbox.state, 'waiting'), lte(outbox.notBefore, now), isNotNull(outbox.contactId))
  const busy = or(eq(outbox.state, 'sending'), leaves)
  return (await db.select({ id: outbox.id }).from(outbox).where(busy).limit(1)).length === 0
}
