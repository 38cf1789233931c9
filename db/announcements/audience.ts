/** What says which units an announcement is for, and whether its message would reach them. */
import { sql } from 'drizzle-orm'
import type { AudienceUnit } from '../../domain/announcements/audience.ts'
import type { PostHolder } from '../../domain/announcements/deliveries.ts'
import { quarterOf } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'
import { heldOn } from '../people/in-place.ts'

/** A task as an audience can name it. */
export type AnsweredTask = {
  code: string
  title: string
  /** It is asked in the quarter of that day. */
  isCurrent: boolean
  /** The codes of the units that were asked and have not answered at all. */
  silent: string[]
}

/** Units, blocks and tasks as they are on that day. */
export async function audienceFacts(tx: Tx | Db, today: Temporal.PlainDate) {
  const [units, blocks, tasks] = await Promise.all([
    unitsKnown(tx, today),
    tx.execute<{ code: string; name: string }>(sql`select code, name from blocks order by code`),
    tasksAnswered(tx, today),
  ])
  return { units, blocks: [...blocks], tasks }
}

async function unitsKnown(tx: Tx | Db, today: Temporal.PlainDate): Promise<AudienceUnit[]> {
  const rows = await tx.execute<AudienceUnit>(sql`
    select id::int, code, name, short_name as "shortName", block_code as "blockCode",
      is_coordinating_office as "isCoordinatingOffice", coalesce(ended_on <= ${today.toString()}, false) as ended
    from units order by code`)
  return [...rows]
}

/** Each task in its quarter: this one or the last in which it was asked; else the first in which it will be. */
async function tasksAnswered(tx: Tx | Db, today: Temporal.PlainDate): Promise<AnsweredTask[]> {
  const now = today.year * 4 + quarterOf(today)
  const rows = await tx.execute<AnsweredTask>(sql`
    with asked as (select task_code, task_title, unit_code, status, due_on, year * 4 + quarter as period
      from summary.status),
    meant as (select task_code, coalesce(max(period) filter (where period <= ${now}), min(period)) as period
      from asked group by task_code)
    select task_code as code, max(task_title) as title, period = ${now} as "isCurrent",
      coalesce(array_agg(unit_code order by unit_code) filter (where status = 'silent'), '{}') as silent
    from asked join meant using (task_code, period)
    group by task_code, period order by min(due_on), task_code`)
  return [...rows]
}

export type ReachedUnit = {
  id: number
  code: string
  shortName: string
  holders: PostHolder[]
  /** `not joined`: nobody of the unit ever had a chat · `unreachable`: they had one, and none of them works. */
  reach: 'reached' | 'not joined' | 'unreachable'
}

/** These units in the order of their codes, with those who hold their posts on that day, heads first. */
export async function reachOf(
  tx: Tx | Db,
  unitIds: readonly number[],
  today: Temporal.PlainDate,
): Promise<ReachedUnit[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.execute<{
    id: number
    code: string
    shortName: string
    personId: number | null
    contactId: number | null
    joined: boolean
  }>(sql`
    select u.id::int, u.code, u.short_name as "shortName", po.person_id::int as "personId",
      preferred_contact(po.person_id)::int as "contactId",
      exists (select from contacts where person_id = po.person_id) as joined
    from units u
    left join posts po on po.unit_id = u.id and po.role in ('head', 'deputy', 'clerk')
      and ${heldOn(sql`po.from_day`, sql`po.to_day`, today)}
    where u.id in ${unitIds}
    order by u.code, array_position(array['head', 'deputy', 'clerk'], po.role), po.id`)
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((posts) => {
    const { id, code, shortName } = posts[0]!
    const holders = posts.flatMap(({ personId, contactId }) => (personId ? [{ personId, contactId }] : []))
    const isReached = holders.some(({ contactId }) => contactId !== null)
    const reach = isReached ? 'reached' : posts.some(({ joined }) => joined) ? 'unreachable' : 'not joined'
    return { id, code, shortName, holders, reach }
  })
}
