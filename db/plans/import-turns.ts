/** Lets imports, and whatever else changes who owes what, take turns. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'

/** Any number will do that no other lock of ours has. */
const LOCK = 83_20260225

/** Waits until this transaction is the only one; the turn ends with it. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
}
