/** How often units were reminded of what they owe, counted as `summary.status` counts. */
import { countDistinct, eq, inArray } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { outbox, reminders } from '../schema/index.ts'

/** Days on which a message went out, by assignment; one that never was in a message is not in it. */
export async function timesReminded(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .select({ assignmentId: reminders.assignmentId, days: countDistinct(reminders.onDay) })
    .from(reminders)
    .innerJoin(outbox, eq(outbox.id, reminders.outboxId))
    .where(inArray(outbox.state, ['sending', 'sent', 'unknown']))
    .groupBy(reminders.assignmentId)
  return new Map(rows.map(({ assignmentId, days }) => [assignmentId, days]))
}
