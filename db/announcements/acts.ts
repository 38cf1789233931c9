/** Who did something last, from the audit log. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'

/** Null: nobody did, or it was no person's doing. */
export async function lastAct(
  tx: Tx,
  action: string,
  subject: string,
): Promise<{ name: string; at: Date } | null> {
  const [row] = await tx.execute<{ name: string; at: string }>(sql`
    select p.full_name as name, e.at from audit_entries e join people p on p.id = e.person_id
    where e.action = ${action} and e.subject = ${subject} order by e.id desc limit 1`)
  return row ? { name: row.name, at: new Date(row.at) } : null
}
