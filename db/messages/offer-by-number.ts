/** What a typed number means: what the chat was last sent with numbers, from the moment that is known to have gone out. */
import { sql } from 'drizzle-orm'
import type { Choice, OutgoingMessage } from '../../domain/message.ts'
import { typedChoices } from '../../domain/typed/choices.ts'
import type { Tx } from '../client.ts'
import type { DeliveryKind } from './outbox.ts'

/** What a message asks by its numbers; with `anew`, whatever was asked before is over. */
export type Asks = { offered: Choice[]; anew: boolean }

/**
 * Null for what changes nothing: where there are buttons, only a reminder asks to be answered by a number too. Elsewhere
 * every message with numbers does, whoever brought it up; what was asked in words stays asked.
 */
export function asksOf(
  { kind, message }: { kind: DeliveryKind; message: OutgoingMessage },
  { buttons }: { buttons: boolean },
): Asks | null {
  const offered = typedChoices(message)
  if (kind === 'reminder') return { offered, anew: true }
  return buttons || offered.length === 0 ? null : { offered, anew: false }
}

/** Somebody in the middle of another matter, such as proposing an exemplar, goes on with it within this time. */
const STILL_AT_IT_MS = 30 * 60_000

/**
 * For messages that have just gone out, in their order. A reminder leaves alone a question of another matter asked just
 * now: its answer must not be taken for a report.
 */
export async function offerByNumber(
  tx: Tx,
  sent: readonly { id: number; asks: Asks; at: Date }[],
): Promise<void> {
  const [first] = sent
  if (!first) return
  const still = new Date(first.at.getTime() - STILL_AT_IT_MS).toISOString()
  const rows = sent.map(({ id, asks: { offered, anew } }) => ({
    id,
    anew,
    state: anew ? { offered, awaits: null } : { offered },
  }))
  await tx.execute(sql`
    insert into conversations (person_id, state, updated_at)
    select distinct on (c.person_id) c.person_id,
      case when bool_or(r.anew) over (partition by c.person_id) then '{"awaits": null}'::jsonb || r.state else r.state end,
      ${first.at.toISOString()}
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as (id bigint, anew boolean, state jsonb))
      with ordinality as r(id, anew, state, place)
    join outbox o on o.id = r.id and o.state = 'sending'
    join contacts c on c.id = o.contact_id and c.person_id is not null
    order by c.person_id, r.place desc
    on conflict (person_id) do update set
      updated_at = case when excluded.state ? 'awaits' then excluded.updated_at else conversations.updated_at end,
      state = case
        when not excluded.state ? 'awaits' then conversations.state || excluded.state
        when conversations.state #>> '{awaits,kind}' = 'topic' and conversations.updated_at > ${still}
        then jsonb_set(excluded.state, '{awaits}', conversations.state -> 'awaits') else excluded.state end`)
}

/** A message with numbers of which nobody knows whether the chat shows it. */
export type Uncertain = {
  message: OutgoingMessage
  /** It goes out once more by itself. */
  repeats: boolean
}

/** The newest such message, unless something with numbers has gone out since. */
export async function uncertainNumbers(
  tx: Tx,
  contactId: number,
  { buttons }: { buttons: boolean },
): Promise<Uncertain | null> {
  const numbers = buttons ? sql`o.kind = 'reminder'` : sql`(o.message ? 'lines' or o.message ? 'choices')`
  const [row] = await tx.execute<{ message: OutgoingMessage; state: string; repeated: boolean }>(sql`
    select o.message, o.state, o.repeated from outbox o
    where o.contact_id = ${contactId} and o.state in ('waiting', 'sending', 'sent', 'unknown') and ${numbers}
      and (o.repeated or o.state in ('sent', 'unknown'))
    order by o.id desc limit 1`)
  if (!row || row.state === 'sent') return null
  return { message: row.message, repeats: row.state !== 'unknown' }
}
