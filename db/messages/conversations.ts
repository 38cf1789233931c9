/** Where each person is in a dialogue: plain JSON in one row, so that a restart or another platform goes on from it. */
import { eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { conversations } from '../schema/index.ts'

/** Reads and locks a person's dialogue for this transaction; an empty one when there was none. */
export async function openConversation(
  tx: Tx,
  personId: number,
  now: Date,
): Promise<Record<string, unknown>> {
  const rows = await tx.select().from(conversations).where(eq(conversations.personId, personId)).for('update')
  if (rows[0]) return rows[0].state
  await tx.insert(conversations).values({ personId, state: {}, updatedAt: now }).onConflictDoNothing()
  return openConversation(tx, personId, now)
}

export async function keepConversation(
  tx: Tx,
  personId: number,
  state: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await tx.update(conversations).set({ state, updatedAt: now }).where(eq(conversations.personId, personId))
}
