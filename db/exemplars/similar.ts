/** Finds the proposals that may speak of the same person, collective or household as another. */
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { type Likeness, likeness } from '../../domain/exemplars/likeness.ts'
import type { Tx } from '../client.ts'
import { exemplars, units } from '../schema/index.ts'

type Row = typeof exemplars.$inferSelect

/** What is taken back says nothing any more, and what repeats another points to that one. */
const COMPARED = ['submitted', 'returned', 'approved'] as const

export type Similar = Pick<Row, 'id' | 'year' | 'quarter'> & {
  review: (typeof COMPARED)[number]
  name: string
  unit: string
  likeness: Likeness
}

/** Other proposals that may be of the same one, the likeliest and newest first. */
export async function similarProposals(
  tx: Tx,
  { id, foldedName, unitId }: Pick<Row, 'id' | 'foldedName' | 'unitId'>,
): Promise<Similar[]> {
  if (foldedName === null) return []
  const others = await tx
    .select({
      proposal: {
        id: exemplars.id,
        year: exemplars.year,
        quarter: exemplars.quarter,
        review: sql<Similar['review']>`${exemplars.review}`,
        name: sql<string>`coalesce(${exemplars.name}, '')`,
      },
      unit: units.shortName,
      unitId: exemplars.unitId,
      foldedName: sql<string>`coalesce(${exemplars.foldedName}, '')`,
    })
    .from(exemplars)
    .innerJoin(units, eq(units.id, exemplars.unitId))
    .where(and(ne(exemplars.id, id), inArray(exemplars.review, [...COMPARED]), isNull(exemplars.erasedAt)))
    .orderBy(desc(exemplars.id))
  return others
    .flatMap(({ proposal, unit, ...named }) => {
      const like = likeness({ foldedName, unitId }, named)
      return like ? { ...proposal, unit, likeness: like } : []
    })
    .toSorted((a, b) => Number(b.likeness === 'same') - Number(a.likeness === 'same'))
}
