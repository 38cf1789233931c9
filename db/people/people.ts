/** Who somebody is: the posts a person holds, and whose a phone number is. */
import { eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { people } from '../schema/index.ts'
import { findLivePosts, type LivePost } from './live-posts.ts'

/** A person's name and the posts they hold on that day; without a post the name is empty, for they are nobody to us. */
export async function livePosts(
  tx: Tx,
  personId: number,
  today: Temporal.PlainDate,
): Promise<{ name: string; posts: LivePost[] }> {
  const posts = await findLivePosts(tx, today, eq(people.id, personId))
  return { name: posts[0]?.person ?? '', posts }
}

/** The people with this number (in the form of domain/phone.ts) who hold a post, each with their posts. */
export async function peopleByPhone(tx: Tx, phone: string, today: Temporal.PlainDate): Promise<LivePost[][]> {
  const posts = await findLivePosts(tx, today, eq(people.phone, phone))
  return [...Map.groupBy(posts, (post) => post.personId).values()]
}

export type PersonKept = { id: number; name: string; phone: string | null; posts: LivePost[] }

/** Everybody with this number, or everybody at all, with or without a post on that day. */
export async function peopleKept(
  tx: Tx,
  phone: string | undefined,
  today: Temporal.PlainDate,
): Promise<PersonKept[]> {
  const kept = await tx
    .select()
    .from(people)
    .where(phone === undefined ? undefined : eq(people.phone, phone))
    .orderBy(people.id)
  const held = Map.groupBy(await findLivePosts(tx, today), ({ personId }) => personId)
  return kept.map(({ id, fullName, phone }) => ({ id, name: fullName, phone, posts: held.get(id) ?? [] }))
}
