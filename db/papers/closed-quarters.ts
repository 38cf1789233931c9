/** Quarters that the office has closed: their figures stay what they were, whatever is answered later. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { QuarterFigures } from '../../domain/papers/quarter-figures.ts'
import type { Quarter } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'
import { closedQuarters } from '../schema/index.ts'

export type ClosedQuarter = { quarter: Quarter; closedAt: Date; figures: QuarterFigures }

/** Of one year, in order. */
export async function readClosedQuarters(
  db: Db | Tx,
  year: number,
  quarters: readonly Quarter[],
): Promise<ClosedQuarter[]> {
  const rows = await db
    .select({ closedAt: closedQuarters.closedAt, figures: closedQuarters.figures })
    .from(closedQuarters)
    .where(and(eq(closedQuarters.year, year), inArray(closedQuarters.quarter, [...quarters])))
    .orderBy(asc(closedQuarters.quarter))
  return rows.map((row) => ({ quarter: row.figures.quarter, ...row }))
}

/** False: it was closed before, and stays as it is. */
export async function closeQuarter(
  tx: Tx,
  year: number,
  figures: QuarterFigures,
  closedAt: Date,
): Promise<boolean> {
  const rows = await tx
    .insert(closedQuarters)
    .values({ year, quarter: figures.quarter, closedAt, figures })
    .onConflictDoNothing()
    .returning({ id: closedQuarters.id })
  return rows.length === 1
}

/** Its figures move again. False: it was not closed. */
export async function reopenQuarter(tx: Tx, year: number, quarter: Quarter): Promise<boolean> {
  const rows = await tx
    .delete(closedQuarters)
    .where(and(eq(closedQuarters.year, year), eq(closedQuarters.quarter, quarter)))
    .returning({ id: closedQuarters.id })
  return rows.length === 1
}
