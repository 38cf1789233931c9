/** The units that are asked today, as the office's list has them. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { KnownUnits } from '../../domain/imports/units/list.ts'
import type { UnitRow } from '../../domain/imports/units/row.ts'
import type { Db, Tx } from '../client.ts'
import { blocks, people, posts, units } from '../schema/index.ts'

/** The units that have not ended, each with the head it has, and every block. */
export async function knownUnits(db: Db | Tx): Promise<KnownUnits> {
  const rows = await db
    .select({
      code: units.code,
      name: units.name,
      shortName: units.shortName,
      unitType: units.unitType,
      blockCode: units.blockCode,
      blockName: blocks.name,
      isBlockLead: units.isBlockLead,
      headName: sql<string>`coalesce(${people.fullName}, '')`,
      headTitle: sql<string>`coalesce(${posts.title}, '')`,
      phone: people.phone,
      isCoordinatingOffice: units.isCoordinatingOffice,
      isPropaganda: units.isPropaganda,
    })
    .from(units)
    .innerJoin(blocks, eq(blocks.code, units.blockCode))
    .leftJoin(posts, and(eq(posts.unitId, units.id), eq(posts.role, 'head'), isNull(posts.toDay)))
    .leftJoin(people, eq(people.id, posts.personId))
    .where(isNull(units.endedOn))
    .orderBy(asc(units.code))
  return { units: rows, blocks: await db.select().from(blocks).orderBy(asc(blocks.code)) }
}

/** Names the blocks of these units, where they are new or have another name. */
export async function keepBlocks(tx: Tx, rows: readonly UnitRow[]): Promise<void> {
  for (const [code, name] of new Map(rows.map((row) => [row.blockCode, row.blockName])))
    await tx
      .insert(blocks)
      .values({ code, name })
      .onConflictDoUpdate({ target: blocks.code, set: { name }, setWhere: sql`${blocks.name} <> ${name}` })
}

/** Adds a unit, changes the one of its code, or brings back one that had ended; its head: see heads.ts. */
export async function keepUnit(tx: Tx, row: UnitRow): Promise<void> {
  const { blockName: _, headName: __, headTitle: ___, phone: ____, ...unit } = row
  const version = { ...unit, endedOn: null }
  await tx.insert(units).values(version).onConflictDoUpdate({ target: units.code, set: version })
}

/** Asks these units no more. */
export async function endUnits(tx: Tx, codes: string[], today: Temporal.PlainDate): Promise<void> {
  if (codes.length > 0) await tx.update(units).set({ endedOn: today }).where(inArray(units.code, codes))
}
