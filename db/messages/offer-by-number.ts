/** Where a platform shows no buttons, a typed number means what the chat was last sent with numbers, whoever brought it up. */
import { sql } from 'drizzle-orm'
import { typedChoices } from '../../domain/typed/choices.ts'
import type { Db } from '../client.ts'
import type { Claimed } from './outbox-sending.ts'

/** For messages about to leave, in their order. What was asked in words stays asked. */
export async function offerByNumber(db: Db, claimed: readonly Claimed[], now: Date): Promise<void> {
  const offered = new Map(
    claimed.flatMap(({ contactId, message }) => {
      const choices = typedChoices(message)
      return choices.length > 0 ? [[contactId, choices] as const] : []
    }),
  )
  if (offered.size === 0) return
  const rows = [...offered].map(([contact, choices]) => ({ contact, state: { offered: choices } }))
  await db.execute(sql`
    insert into conversations (person_id, state, updated_at)
    select c.person_id, r.state, ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(contact bigint, state jsonb)
    join contacts c on c.id = r.contact and c.person_id is not null
    order by c.person_id
    on conflict (person_id) do update set state = conversations.state || excluded.state`)
}
