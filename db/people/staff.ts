/** The people of the office and the leaders, each with the chat that reaches them. */
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { heldOn } from './in-place.ts'

export type StaffMember = {
  personId: number
  name: string
  title: string | null
  /** The chat they joined last of those that work; null when there is none. */
  contactId: number | null
}

/** Everybody who holds a post of this kind on that day, in the order they took office. */
export async function staffMembers(
  tx: Tx | Db,
  role: 'office' | 'leader',
  today: Temporal.PlainDate,
): Promise<StaffMember[]> {
  const rows = await tx.execute<{
    person_id: string
    name: string
    title: string | null
    contact_id: string | null
  }>(sql`
    select po.person_id, p.full_name as name, po.title, preferred_contact(p.id) as contact_id
    from posts po
    join people p on p.id = po.person_id
    where po.role = ${role} and ${heldOn(sql`po.from_day`, sql`po.to_day`, today)}
    order by po.id`)
  return rows.map((row) => ({
    personId: Number(row.person_id),
    name: row.name,
    title: row.title,
    contactId: row.contact_id === null ? null : Number(row.contact_id),
  }))
}
