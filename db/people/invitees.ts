/** Who can be invited: the heads of units, others who answer for a unit, and people of the office. */
import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { ChannelName } from '../../domain/message.ts'
import { fold } from '../../domain/vietnamese.ts'
import type { Tx } from '../client.ts'
import { contacts, type PostRole, people, posts, units } from '../schema/index.ts'
import { addPerson, correctPerson } from './known-people.ts'
import { findLivePosts, type LivePost } from './live-posts.ts'

export type UnitWithHead = {
  id: number
  code: string
  name: string
  /** Null while the post is vacant. */
  head: LivePost | null
}

/** The units of that day with their heads, in the order of the office's list. */
export async function unitsWithHeads(tx: Tx, today: Temporal.PlainDate): Promise<UnitWithHead[]> {
  const heads = await findLivePosts(tx, today, eq(posts.role, 'head'))
  const headOf = new Map(heads.map((head) => [head.unitId, head]))
  const all = await tx
    .select({ id: units.id, code: units.code, name: units.name })
    .from(units)
    .where(or(isNull(units.endedOn), gt(units.endedOn, today)))
    .orderBy(asc(units.id))
  return all.map((unit) => ({ ...unit, head: headOf.get(unit.id) ?? null }))
}

/** Which of these people have joined: with whatever chat, or with one that works on this platform. */
export async function joinedPeople(tx: Tx, ids: number[], channel?: ChannelName): Promise<Set<number>> {
  const there = channel && and(eq(contacts.channel, channel), eq(contacts.state, 'reachable'))
  const rows = await tx
    .selectDistinct({ personId: contacts.personId })
    .from(contacts)
    .where(and(inArray(contacts.personId, ids), there))
  return new Set(rows.flatMap(({ personId }) => personId ?? []))
}

/** The people of the office, and the leaders. */
export function staffPosts(tx: Tx, today: Temporal.PlainDate): Promise<LivePost[]> {
  return findLivePosts(tx, today, inArray(posts.role, ['office', 'leader']))
}

export type WantedPost = {
  name: string
  /** In the one form of domain/phone.ts; null where nobody said one: then the known one stays. */
  phone: string | null
  role: PostRole
  /** Null for people of the office. */
  unitId: number | null
  today: Temporal.PlainDate
}

/**
 * The post of somebody named, made if it is not held yet. As in the list of units, the same folded name in the same
 * place is the same person, and so is the same name with the same phone anywhere. A known name keeps its spelling:
 * on a command line tone marks are easily left out.
 */
export async function holdPost(tx: Tx, wanted: WantedPost): Promise<LivePost> {
  const { name, phone, role, unitId, today } = wanted
  const here = and(eq(posts.role, role), unitId === null ? isNull(posts.unitId) : eq(posts.unitId, unitId))
  const held = (await findLivePosts(tx, today, here)).find((post) => fold(post.person) === fold(name))
  if (held && (phone === null || phone === held.phone)) return held
  if (held) await correctPerson(tx, held.personId, { fullName: held.person, phone })
  const postId = held?.postId ?? (await addPost(tx, await personMeant(tx, name, phone), wanted))
  const [post] = await findLivePosts(tx, today, eq(posts.id, postId))
  return post!
}

/** Somebody known by this name and this phone, or somebody new. */
async function personMeant(tx: Tx, name: string, phone: string | null): Promise<number> {
  const sharing =
    phone === null
      ? []
      : await tx.select().from(people).where(eq(people.phone, phone)).orderBy(asc(people.id))
  const known = sharing.find(({ fullName }) => fold(fullName) === fold(name))
  return known?.id ?? addPerson(tx, { fullName: name, phone })
}

async function addPost(tx: Tx, personId: number, { role, unitId, today }: WantedPost): Promise<number> {
  const [post] = await tx
    .insert(posts)
    .values({ personId, unitId, role, fromDay: today })
    .returning({ id: posts.id })
  return post!.id
}
