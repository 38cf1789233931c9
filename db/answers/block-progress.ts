/** How a block's units stand in a quarter, for the people of the unit that leads it; figures as `summary.status` has them. */
import { sql } from 'drizzle-orm'
import { quarterOf } from '../../domain/quarter.ts'
import type { Tx } from '../client.ts'
import { notEndedOn } from '../people/in-place.ts'

export type BlockProgress = {
  code: string
  name: string
  /** The tasks of this quarter, the earliest due first. */
  tasks: {
    title: string
    /** The day most of the units have. */
    dueOn: Temporal.PlainDate
    asked: number
    done: number
    /** Short names of the units that have said nothing yet, by their codes. */
    silent: string[]
  }[]
}

/** The blocks that these units lead; empty for everybody else. */
export async function blocksLedBy(
  tx: Tx,
  unitIds: number[],
  today: Temporal.PlainDate,
): Promise<BlockProgress[]> {
  if (unitIds.length === 0) return []
  const blocks = await tx.execute<{ code: string; name: string }>(sql`
    select distinct b.code, b.name from units u join blocks b on b.code = u.block_code
    where u.id in ${unitIds} and u.is_block_lead and ${notEndedOn(sql`u.ended_on`, today)} order by b.code`)
  const found: BlockProgress[] = []
  for (const block of blocks) found.push({ ...block, tasks: await tasksOf(tx, block.code, today) })
  return found
}

async function tasksOf(tx: Tx, block: string, today: Temporal.PlainDate): Promise<BlockProgress['tasks']> {
  const rows = await tx.execute<{
    title: string
    due_on: string
    asked: number
    done: number
    silent: string[] | null
  }>(sql`
    select s.task_title as title, (mode() within group (order by s.due_on))::text as due_on, count(*)::int as asked,
      count(*) filter (where s.status = 'done')::int as done,
      array_agg(u.short_name order by u.code) filter (where s.status = 'silent') as silent
    from summary.status s join units u on u.code = s.unit_code
    where s.block_code = ${block} and s.year = ${today.year} and s.quarter = ${quarterOf(today)}
    group by s.task_code, s.task_title order by 2, s.task_code`)
  return rows.map(({ due_on, silent, ...row }) => ({
    ...row,
    dueOn: Temporal.PlainDate.from(due_on),
    silent: silent ?? [],
  }))
}
