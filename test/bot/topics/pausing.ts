/** Two units that owe their report of 31 December, with the office's chats, on Thursday the 17th; and what is pulled of pauses. */
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { blocks, units } from '../../../db/schema/index.ts'
import { openOffice } from './deciding.ts'

/** The second unit is in a block of its own. */
export async function stormyOffice() {
  const opened = await openOffice()
  await opened.db.insert(blocks).values({ code: 'K2', name: 'Khối y tế' })
  await opened.db.update(units).set({ blockCode: 'K2' }).where(eq(units.code, 'U02'))
  return opened
}

export const pausesOf = (db: Db) =>
  db.execute(sql`select unit_code, from_day::text, until_day::text, reason, due_moved_to::text, made_by,
    ended_at is not null as ended from summary.pauses`)
