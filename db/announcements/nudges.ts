/** Whom to ask again whether they have read an announcement. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { heldOn } from '../people/in-place.ts'

export type Unconfirmed = {
  personId: number
  name: string
  contactId: number
  /** The first of their units that has not confirmed. */
  unitId: number
  /** The names of all of these. */
  units: string[]
}

/** Everybody who got it and still answers for a unit of which nobody has confirmed it, each once. */
export async function unconfirmedPeople(
  tx: Tx,
  announcementId: number,
  today: Temporal.PlainDate,
): Promise<Unconfirmed[]> {
  const rows = await tx.execute<Unconfirmed>(sql`
    select p.id::int as "personId", p.full_name as name, max(o.contact_id)::int as "contactId",
      (array_agg(u.id order by u.code))[1]::int as "unitId", array_agg(distinct u.name) as units
    from summary.announcement_units s
    join units u on u.code = s.unit_code
    join announcement_messages m on m.announcement_id = s.announcement_id and m.unit_id = u.id
    join outbox o on o.id = m.outbox_id
    join people p on p.id = o.person_id
    where s.announcement_id = ${announcementId} and s.state = 'sent' and s.acknowledged_at is null
      and m.round in ('first', 'again') and o.state = 'sent'
      and exists (select from posts po where po.person_id = p.id and po.unit_id = u.id
        and ${heldOn(sql`po.from_day`, sql`po.to_day`, today)})
    group by p.id order by min(o.id)`)
  return [...rows]
}
