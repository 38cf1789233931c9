/** The posts that are held on a day: who may speak for what. */
import { and, asc, eq, gt, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { type PostRole, people, posts, units } from '../schema/index.ts'

/** One post with the person who holds it. Office people and leaders hold theirs for no unit. */
export type LivePost = {
  postId: number
  personId: number
  person: string
  /** In the one form of domain/phone.ts. */
  phone: string | null
  role: PostRole
  /** What the unit calls the post, such as "Hiệu trưởng". */
  title: string | null
  unitId: number | null
  unitCode: string | null
  /** The unit's full name. */
  unit: string | null
}

/** In the order of the office's list. A post ends on the morning of its `to_day`, and with its unit. */
export async function findLivePosts(
  tx: Tx | Db,
  today: Temporal.PlainDate,
  which?: SQL,
): Promise<LivePost[]> {
  return tx
    .select({
      postId: posts.id,
      personId: people.id,
      person: people.fullName,
      phone: people.phone,
      role: posts.role,
      title: posts.title,
      unitId: posts.unitId,
      unitCode: units.code,
      unit: units.name,
    })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.personId))
    .leftJoin(units, eq(units.id, posts.unitId))
    .where(
      and(
        lte(posts.fromDay, today),
        or(isNull(posts.toDay), gt(posts.toDay, today)),
        or(isNull(units.endedOn), gt(units.endedOn, today)),
        which,
      ),
    )
    .orderBy(asc(units.id), asc(posts.id))
}
