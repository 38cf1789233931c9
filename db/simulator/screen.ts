/** What a simulated phone shows, read from the ledger alone: what it said, and what reached it, as it stands after edits. */
import { sql } from 'drizzle-orm'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Db } from '../client.ts'

export type PhoneSaid = {
  text?: string
  /** A button of `messageId` was pressed. */
  choice?: string
  messageId: string
  startCode?: string
  file?: { fileName: string; kind: 'photo' | 'document' }
  unsupported?: 'sticker' | 'file' | 'video' | 'audio'
  /** Of what is unsupported and a file. */
  fileName?: string
  albumId?: string
}

export type Bubble = {
  /** The platform's id of a message of ours; the update's of one of theirs. */
  id: string
  from: 'phone' | 'office'
  at: Date
  /** Ours. */
  message?: OutgoingMessage
  /** Theirs, as the simulator stored it. */
  said?: PhoneSaid
  /** The file they sent, once it is stored. */
  attachment?: number
  /** What became of the file: `seen` when it was heard of and nothing of it is kept. */
  fate?: 'sending' | 'kept' | 'refused' | 'seen'
  edited?: boolean
}

type Row = {
  id: string
  side: 'phone' | 'office'
  at: string
  message: OutgoingMessage | null
  said: PhoneSaid | null
  handled: boolean
  attachment: string | null
  state: 'waiting' | 'stored' | 'refused' | 'failed' | null
}

/** Oldest first, the newest `limit` of them. */
export async function simulatedScreen(db: Db, bot: string, phone: string, limit = 200): Promise<Bubble[]> {
  const rows = await db.execute<Row>(sql`
    select * from (
      select i.external_id as id, 'phone' as side, i.received_at as at, 1 as turn, i.id as nth, null::jsonb as message,
        i.payload as said, i.handled_at is not null or i.failed_at is not null as handled, e.id as attachment, e.state
      from inbox i
      left join (select e.id, e.state, e.message_id from attachments e join contacts c on c.id = e.contact_id
        where c.channel = 'simulator' and c.bot = ${bot} and c.external_id = ${phone}) e
        on e.message_id = i.payload ->> 'messageId'
      where i.channel = 'simulator' and i.bot = ${bot} and i.chat = ${phone}
      union all
      select o.external_id, 'office', o.sent_at, 2, o.id, o.message, null, null, null, null
      from outbox o join contacts c on c.id = o.contact_id
      where c.channel = 'simulator' and c.bot = ${bot} and c.external_id = ${phone} and o.state = 'sent'
      order by at desc, turn desc, nth desc limit ${limit}) newest
    order by at, turn, nth`)
  const bubbles: Bubble[] = []
  for (const { id, side, at, message, said, ...file } of rows) {
    const shown = side === 'office' ? bubbles.findIndex((bubble) => bubble.id === id) : -1
    const bubble: Bubble = {
      id,
      from: side,
      at: new Date(at),
      ...(message && { message }),
      ...(said && { said }),
      ...(file.state === 'stored' && { attachment: Number(file.attachment) }),
      ...(said && { fate: fateOf(file) }),
    }
    if (shown < 0) bubbles.push(bubble)
    else bubbles[shown] = { ...bubble, at: bubbles[shown]?.at ?? bubble.at, edited: true }
  }
  return bubbles
}

function fateOf({ state, handled }: Pick<Row, 'state' | 'handled'>): Bubble['fate'] {
  if (state === 'stored') return 'kept'
  if (state === null) return handled ? 'seen' : 'sending'
  return state === 'waiting' ? 'sending' : 'refused'
}
