/** Who heads which unit: posts begin and end as the office's list has it, and the history stays with the unit. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { headsMeant } from '../../domain/imports/units/heads.ts'
import type { UnitRow } from '../../domain/imports/units/row.ts'
import type { Tx } from '../client.ts'
import { people, posts, units } from '../schema/index.ts'
import { revokeInvitations } from './invitations.ts'
import { addPerson, correctPerson, knownPeople, reachedPeople } from './known-people.ts'

type When = { today: Temporal.PlainDate; now: Date }

export type HeadChange = {
  unitCode: string
  /** Null where the post was vacant. */
  from: string | null
  /** Null where it is vacant now. */
  to: string | null
  /** A message reaches the new head already, who has joined in another post. */
  reached: boolean
}

/** Gives each unit the head that its row names, and tells where that is another than before. */
export async function keepHeads(tx: Tx, rows: readonly UnitRow[], when: When): Promise<HeadChange[]> {
  const meant = await personsMeant(tx, rows, when.today)
  const present = await headPosts(tx)
  const reached = await reachedPeople(tx, [...meant.values()])
  const changes: HeadChange[] = []
  for (const { code, headName, headTitle } of rows) {
    const post = present.get(code)
    if (!post) throw new Error(`unit ${code} is not stored`)
    const personId = meant.get(code) ?? null
    if (post.personId === personId) {
      if (post.id !== null && post.title !== headTitle)
        await tx.update(posts).set({ title: headTitle }).where(eq(posts.id, post.id))
      continue
    }
    if (post.id !== null) await endPosts(tx, [post.id], when)
    if (personId !== null) await beginPost(tx, { personId, unitId: post.unitId, title: headTitle }, when)
    const isReached = personId !== null && reached.has(personId)
    changes.push({ unitCode: code, from: post.name, to: headName || null, reached: isReached })
  }
  return changes
}

/** Ends every post of units that are asked no more. */
export async function endPostsOfUnits(tx: Tx, codes: string[], when: When): Promise<void> {
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(units, eq(units.id, posts.unitId))
    .where(and(inArray(units.code, codes), isNull(posts.toDay)))
  await endPosts(
    tx,
    rows.map(({ id }) => id),
    when,
  )
}

/** The head of each unit by its code: people who are new are added, and known ones corrected. */
async function personsMeant(
  tx: Tx,
  rows: readonly UnitRow[],
  today: Temporal.PlainDate,
): Promise<Map<string, number>> {
  const persons = await knownPeople(tx, today)
  const known = new Map(persons.map((person) => [person.id, person]))
  const newcomers = new Map<string, number>()
  const meant = new Map<string, number>()
  for (const { row, who } of headsMeant(rows, persons)) {
    const said = { fullName: row.headName, phone: row.phone }
    if ('id' in who) {
      const before = known.get(who.id)
      if (before?.fullName !== said.fullName || before.phone !== said.phone)
        await correctPerson(tx, who.id, said)
      meant.set(row.code, who.id)
    } else {
      const id = newcomers.get(who.newcomer) ?? (await addPerson(tx, said))
      newcomers.set(who.newcomer, id)
      meant.set(row.code, id)
    }
  }
  return meant
}

/** The post of head of every unit by the unit's code, its fields null where it is vacant. */
async function headPosts(tx: Tx) {
  const rows = await tx
    .select({
      unitCode: units.code,
      unitId: units.id,
      id: posts.id,
      personId: posts.personId,
      title: posts.title,
      name: people.fullName,
    })
    .from(units)
    .leftJoin(posts, and(eq(posts.unitId, units.id), eq(posts.role, 'head'), isNull(posts.toDay)))
    .leftJoin(people, eq(people.id, posts.personId))
  return new Map(rows.map((row) => [row.unitCode, row]))
}

async function beginPost(
  tx: Tx,
  post: { personId: number; unitId: number; title: string },
  { today }: When,
): Promise<void> {
  await tx.insert(posts).values({ ...post, role: 'head', fromDay: today })
}

/** Whoever held these posts answers for the unit no more, and their invitations let nobody in. */
async function endPosts(tx: Tx, ids: number[], { today, now }: When): Promise<void> {
  if (ids.length === 0) return
  await tx.update(posts).set({ toDay: today }).where(inArray(posts.id, ids))
  await revokeInvitations(tx, ids, now)
}
