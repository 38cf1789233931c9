/** What the office calls itself, where it is called, and under which plan it acts: data, never code. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { showPhone } from '../domain/phone.ts'
import type { Db, Tx } from './client.ts'
import { people, plans, posts, units } from './schema/index.ts'
import type { Settings } from './settings.ts'

export type Office = { name: string; phone: string; planNumber: string }

/** The office's own words where it set them; else the coordinating office of the list of units and its head's phone. */
export async function readOffice(db: Db | Tx, settings: Settings): Promise<Office> {
  const [unit] = await db
    .select({ name: units.name, phone: people.phone })
    .from(units)
    .leftJoin(posts, and(eq(posts.unitId, units.id), eq(posts.role, 'head'), isNull(posts.toDay)))
    .leftJoin(people, eq(people.id, posts.personId))
    .where(and(eq(units.isCoordinatingOffice, true), isNull(units.endedOn)))
    .limit(1)
  const [plan] = await db.select({ number: plans.number }).from(plans).orderBy(desc(plans.year)).limit(1)
  return {
    name: settings.office_name || unit?.name || settings.office_short,
    phone: settings.office_phone || (unit?.phone ? showPhone(unit.phone) : ''),
    planNumber: plan?.number ?? '',
  }
}
