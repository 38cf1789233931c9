/** The people that are known, as a list of units is held against them. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { KnownPerson } from '../../domain/imports/units/heads.ts'
import type { Tx } from '../client.ts'
import { contacts, people } from '../schema/index.ts'
import { findLivePosts } from './live-posts.ts'

/** Everybody, with the posts that they hold in units today. */
export async function knownPeople(tx: Tx, today: Temporal.PlainDate): Promise<KnownPerson[]> {
  const held = Map.groupBy(await findLivePosts(tx, today), ({ personId }) => personId)
  const persons = await tx.select().from(people).orderBy(asc(people.id))
  return persons.map((person) => ({
    ...person,
    posts: (held.get(person.id) ?? []).map(({ unitCode, role }) => ({ unitCode, isHead: role === 'head' })),
  }))
}

/** Which of these people a message reaches. */
export async function reachedPeople(tx: Tx, ids: number[]): Promise<Set<number>> {
  const rows = await tx
    .selectDistinct({ personId: contacts.personId })
    .from(contacts)
    .where(and(inArray(contacts.personId, ids), eq(contacts.state, 'reachable')))
  return new Set(rows.flatMap(({ personId }) => personId ?? []))
}

export async function addPerson(tx: Tx, person: { fullName: string; phone: string | null }): Promise<number> {
  const [row] = await tx.insert(people).values(person).returning({ id: people.id })
  if (!row) throw new Error('the person was not stored')
  return row.id
}

/** Corrects a name's spelling or a phone number. */
export async function correctPerson(
  tx: Tx,
  id: number,
  person: { fullName: string; phone: string | null },
): Promise<void> {
  await tx.update(people).set(person).where(eq(people.id, id))
}
