/** Whose phone may be picked up in the simulator: everybody who holds a post, and which simulated chat reaches them. */
import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { heldOn } from '../people/in-place.ts'
import type { PostRole } from '../schema/index.ts'

export type SimulatedPerson = {
  id: number
  name: string
  /** Any of their posts: an invitation for it joins the person. */
  postId: number
  role: PostRole
  title: string | null
  unitCode: string | null
  unit: string | null
  block: string | null
  /** The bot of the simulator that reaches them; null while their phone has not joined. */
  bot: string | null
  /** The earlier they joined the simulator, the lower; null for who has not. */
  joinedAs: number | null
}

/** In the order of the office's list, people of the office and leaders last; whoever holds several posts stands once. */
export async function simulatedPeople(db: Db, today: Temporal.PlainDate): Promise<SimulatedPerson[]> {
  const rows = await db.execute<
    Record<'id' | 'post_id' | 'name', string> &
      Record<'title' | 'unit_code' | 'unit' | 'block' | 'bot' | 'joined_as', string | null> & {
        role: PostRole
      }
  >(sql`
    select * from (
      select distinct on (p.id) p.id, p.full_name as name, po.id as post_id, po.role, po.title, u.id as unit_id,
        u.code as unit_code, u.short_name as unit, b.name as block,
        (select c.bot from contacts c
          where c.person_id = p.id and c.channel = 'simulator' and c.state = 'reachable'
          order by c.joined_at desc nulls last limit 1) as bot,
        (select min(c.id) from contacts c where c.person_id = p.id and c.channel = 'simulator') as joined_as
      from people p
      join posts po on po.person_id = p.id and ${heldOn(sql`po.from_day`, sql`po.to_day`, today)}
      left join units u on u.id = po.unit_id
      left join blocks b on b.code = u.block_code
      where u.ended_on is null or u.ended_on > ${today.toString()}
      order by p.id, po.id) each_once
    order by unit_id nulls last, post_id`)
  return rows.map(({ id, post_id, unit_code, ...row }) => ({
    id: Number(id),
    name: row.name,
    postId: Number(post_id),
    role: row.role,
    title: row.title,
    unitCode: unit_code,
    unit: row.unit,
    block: row.block,
    bot: row.bot,
    joinedAs: row.joined_as === null ? null : Number(row.joined_as),
  }))
}

export type SimulatedChat = { contactId: number; bot: string }

/** A person's chats on the simulator's bots, joined or left. */
export async function simulatedChats(db: Db, personId: number): Promise<SimulatedChat[]> {
  const rows = await db.execute<{ id: string; bot: string }>(sql`
    select id, bot from contacts where channel = 'simulator' and person_id = ${personId} order by id`)
  return rows.map(({ id, bot }) => ({ contactId: Number(id), bot }))
}
