/** What a unit head's digest says besides their tasks: their proposals, and the block that their unit leads. */
import { sql } from 'drizzle-orm'
import type { UnitDigestState } from '../../domain/digests/unit-digest.ts'
import type { Db, Tx } from '../client.ts'

/** How many exemplars each person proposed this year, by what became of them. */
export async function proposalsByPerson(
  db: Db | Tx,
  year: number,
): Promise<Map<number, UnitDigestState['proposals']>> {
  const rows = await db.execute<{
    person_id: string
    review: 'submitted' | 'returned' | 'approved'
    n: number
  }>(
    sql`select proposer_id as person_id, review, count(*)::int as n from exemplars
      where year = ${year} and review in ('submitted', 'returned', 'approved') group by proposer_id, review`,
  )
  const found = new Map<number, UnitDigestState['proposals']>()
  for (const { person_id, review, n } of rows) {
    found.set(Number(person_id), { ...found.get(Number(person_id)), [review]: n })
  }
  return found
}

/** The block each leading unit leads, by the unit's id. */
export async function blocksLed(db: Db | Tx): Promise<Map<number, string>> {
  const rows = await db.execute<{ id: string; block_code: string }>(
    sql`select id, block_code from units where is_block_lead and ended_on is null`,
  )
  return new Map(rows.map(({ id, block_code }) => [Number(id), block_code]))
}
