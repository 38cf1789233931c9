/** Removes what is kept no longer about nominees, people who left, and strangers, some of them at a time. */
import { and, eq, gt, inArray, isNull, lt, lte, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Pruning } from '../../domain/retention.ts'
import type { Tx } from '../client.ts'
import { contacts, exemplars, outbox, people } from '../schema/index.ts'
import { deleteDraft, eraseExemplar } from './erase-exemplar.ts'
import { forgetAddresses, hasAddress, takeChats } from './forget-chats.ts'

/** The proposer is not told: they were told how long it waits. One whose nominee may still answer waits for them. */
export async function oldDrafts(tx: Tx, { since, now }: Pruning, most: number) {
  const linkOpen = sql`exists (select from consent_links l
    where l.exemplar_id = ${exemplars.id} and l.expires_at > ${now.toISOString()})`
  const old = and(eq(exemplars.review, 'draft'), lt(exemplars.changedAt, since.drafts), not(linkOpen))
  const rows = await someExemplars(tx, old, most)
  for (const id of rows) await deleteDraft(tx, id, now)
  return rows.length
}

export async function oldExemplars(tx: Tx, { since, now }: Pruning, most: number) {
  const isApproved = eq(exemplars.review, 'approved')
  const takenBack = sql`exists (select from consents c where c.exemplar_id = ${exemplars.id}
    and c.purpose = 'store' and c.withdrawn_at < ${since.withdrawn.toISOString()})`
  const old = or(
    and(eq(exemplars.review, 'withdrawn'), takenBack),
    and(isApproved, lte(exemplars.year, since.lastApprovedYear)),
    and(notInArray(exemplars.review, ['approved', 'draft']), lte(exemplars.year, since.lastUnchosenYear)),
  )
  const rows = await someExemplars(tx, old, most)
  for (const id of rows) await eraseExemplar(tx, id, { personId: null, through: 'program', now })
  return rows.length
}

async function someExemplars(tx: Tx, which: SQL | undefined, most: number): Promise<number[]> {
  const rows = await tx
    .select({ id: exemplars.id })
    .from(exemplars)
    .where(and(which, isNull(exemplars.erasedAt)))
    .orderBy(exemplars.id)
    .limit(most)
    .for('update')
  return rows.map(({ id }) => id)
}

/** Whose last post ended long enough ago: the number and the chats go, the name stays with what they answered. */
export async function formerPeople(tx: Tx, { since }: Pruning, most: number) {
  const rows = await tx.execute<{ id: string }>(sql`
    select p.id from people p
    where (p.phone is not null or exists (select from contacts c where c.person_id = p.id)
        or exists (select from conversations d where d.person_id = p.id))
      and (select bool_and(e.day is not null) and max(e.day) <= ${since.lastPost.toString()}
        from posts o left join units u on u.id = o.unit_id, lateral (select least(o.to_day, u.ended_on) as day) e
        where o.person_id = p.id)
    order by p.id limit ${most} for update of p`)
  for (const { id } of rows) {
    await takeChats(tx, Number(id))
    await tx
      .update(people)
      .set({ phone: null })
      .where(eq(people.id, Number(id)))
  }
  return rows.length
}

/**
 * Strangers' chats that are closed to us, or long silent. That of a nominee who may still take a consent back is kept,
 * and one with an answer under way.
 */
export function forsakenChats(tx: Tx, { since, now }: Pruning, most: number) {
  const lastWords = tx
    .select({ id: outbox.contactId })
    .from(outbox)
    .where(and(eq(outbox.contactId, contacts.id), gt(outbox.queuedAt, since.chat)))
  const forsaken = and(
    isNull(contacts.personId),
    hasAddress,
    or(eq(contacts.state, 'unreachable'), sql`not exists (${lastWords})`),
    or(isNull(contacts.lockedUntil), lt(contacts.lockedUntil, now)),
    sql`not exists (select from outbox where contact_id = ${contacts.id} and state in ('waiting', 'sending'))`,
    sql`not exists (select from consents where contact_id = ${contacts.id} and withdrawn_at is null)`,
    sql`not exists (select from consent_links where contact_id = ${contacts.id})`,
  )
  const some = tx.select({ id: contacts.id }).from(contacts).where(forsaken).limit(most)
  return forgetAddresses(tx, inArray(contacts.id, some))
}
