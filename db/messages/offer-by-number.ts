/** What a typed number means: what the chat was last sent with numbers, from the moment that is known to have gone out. */
import { sql } from 'drizzle-orm'
import type { Choice, OutgoingMessage } from '../../domain/message.ts'
import { typedChoices } from '../../domain/typed/choices.ts'
import type { Tx } from '../client.ts'
import { answersItsChat } from './fall-back.ts'
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

/** A message with numbers that the chat may show, and nobody knows. */
export type Doubtful = {
  message: OutgoingMessage
  /** `unsent`: an answer that has not left · `repeats`: it left, and goes out once more · `unknown`: for good. */
  fate: 'unsent' | 'repeats' | 'unknown'
}

/** So many messages that may or may not have arrived are looked at. */
const MOST_DOUBTFUL = 10

/** The last message with numbers that a chat surely shows, and the doubtful ones after it, the newest first. */
export async function numbersShown(
  tx: Tx,
  contactId: number,
  { buttons }: { buttons: boolean },
): Promise<{ sent: OutgoingMessage | null; doubtful: Doubtful[] }> {
  const binds = buttons ? sql`(o.kind = 'reminder' or ${answersItsChat})` : sql`true`
  const rows = await tx.execute<{ message: OutgoingMessage; fate: 'sent' | Doubtful['fate'] }>(sql`
    select o.message, case when o.state in ('sent', 'unknown') then o.state when o.repeated then 'repeats'
      else 'unsent' end as fate
    from outbox o
    where o.contact_id = ${contactId} and (o.message ? 'lines' or o.message ? 'choices') and ${binds}
      and (o.state in ('sent', 'unknown')
        or (o.state in ('waiting', 'sending') and (o.repeated or ${answersItsChat})))
    order by o.id desc limit ${MOST_DOUBTFUL}`)
  const doubtful: Doubtful[] = []
  for (const { message, fate } of rows) {
    if (fate === 'sent') return { sent: message, doubtful }
    doubtful.push({ message, fate })
  }
  return { sent: null, doubtful }
}
