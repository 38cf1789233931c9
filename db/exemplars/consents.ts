/** What somebody agreed to: rows that are added, replaced and taken back. What they cover, exemplar_may() says. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ConsentMethod, ConsentPurpose, ConsentSubject } from '../../domain/exemplars/exemplar.ts'
import type { Db, Tx } from '../client.ts'
import { consents } from '../schema/index.ts'

export type Consent = typeof consents.$inferSelect

export type NewConsent = {
  exemplarId: number
  subject: ConsentSubject
  purpose: ConsentPurpose
  /** Null while the proposer has not said how: until then it counts for nothing. */
  method: ConsentMethod | null
  /** Whoever wrote it down; null when it was the nominee themselves, in the chat `contactId`. */
  recordedBy: number | null
  contactId?: number | null
  now: Date
}

/** Adds a consent, or replaces the one that stands for the same subject and purpose. */
export async function giveConsent(tx: Tx, { now, contactId = null, ...consent }: NewConsent): Promise<void> {
  const { method, recordedBy } = consent
  const given = { method, recordedBy, contactId, givenAt: now }
  await tx
    .insert(consents)
    .values({ ...consent, ...given })
    .onConflictDoUpdate({
      target: [consents.exemplarId, consents.subject, consents.purpose],
      targetWhere: sql`withdrawn_at is null`,
      set: given,
    })
}

export type Which = {
  exemplarId: number
  subjects?: readonly ConsentSubject[]
  purposes?: readonly ConsentPurpose[]
}

/** Takes back what stands; what never counted is not kept at all. */
export async function withdrawConsents(tx: Tx, which: Which, now: Date): Promise<void> {
  await forgetTicks(tx, which)
  await tx.update(consents).set({ withdrawnAt: now }).where(matching(which))
}

/** What was ticked and nobody said how: it never counted. */
export async function forgetTicks(tx: Tx, which: Which): Promise<void> {
  await tx.delete(consents).where(and(matching(which), isNull(consents.method)))
}

/** The proposer says how everything they wrote down was agreed to. The nominee's own word stays as it is. */
export async function sayHow(tx: Tx, exemplarId: number, method: ConsentMethod): Promise<void> {
  await tx
    .update(consents)
    .set({ method })
    .where(and(matching({ exemplarId }), isNull(consents.contactId)))
}

/** The consents of a proposal that stand, in the order in which they were given. */
export async function standingConsents(tx: Tx | Db, exemplarId: number): Promise<Consent[]> {
  return tx.select().from(consents).where(matching({ exemplarId })).orderBy(asc(consents.id))
}

/** What may be done with a proposal. */
export async function consentsOf(tx: Tx | Db, exemplarId: number): Promise<Record<ConsentPurpose, boolean>> {
  const [row] = await tx.execute<Record<ConsentPurpose, boolean>>(sql`
    select exemplar_may(${exemplarId}, 'store') as store,
      exemplar_may(${exemplarId}, 'publish_name') as publish_name,
      exemplar_may(${exemplarId}, 'publish_photo') as publish_photo`)
  return row ?? { store: false, publish_name: false, publish_photo: false }
}

const matching = ({ exemplarId, subjects, purposes }: Which) =>
  and(
    eq(consents.exemplarId, exemplarId),
    isNull(consents.withdrawnAt),
    subjects && inArray(consents.subject, [...subjects]),
    purposes && inArray(consents.purpose, [...purposes]),
  )
