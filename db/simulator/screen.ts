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
  unsupported?: 'sticker' | 'file'
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
  edited?: boolean
}

type Row = {
  id: string
  side: 'phone' | 'office'
  at: string
  message: OutgoingMessage | null
  said: PhoneSaid | null
  attachment: string | null
}

/** Oldest first, the newest `limit` of them. */
export async function simulatedScreen(db: Db, bot: string, phone: string, limit = 200): Promise<Bubble[]> {
  const rows = await db.execute<Row>(sql`
    select * from (
      select i.external_id as id, 'phone' as side, i.received_at as at, 1 as turn, i.id as nth, null::jsonb as message,
        i.payload as said, (select e.id from attachments e join contacts c on c.id = e.contact_id
          where c.channel = 'simulator' and c.bot = ${bot} and c.external_id = ${phone}
            and e.message_id = i.payload ->> 'messageId' and e.state = 'stored') as attachment
      from inbox i where i.channel = 'simulator' and i.bot = ${bot} and i.chat = ${phone}
      union all
      select o.external_id, 'office', o.sent_at, 2, o.id, o.message, null, null
      from outbox o join contacts c on c.id = o.contact_id
      where c.channel = 'simulator' and c.bot = ${bot} and c.external_id = ${phone} and o.state = 'sent'
      order by at desc, turn desc, nth desc limit ${limit}) newest
    order by at, turn, nth`)
  const bubbles: Bubble[] = []
  for (const { id, side, at, message, said, attachment } of rows) {
    const shown = side === 'office' ? bubbles.findIndex((bubble) => bubble.id === id) : -1
    const bubble: Bubble = {
      id,
      from: side,
      at: new Date(at),
      ...(message && { message }),
      ...(said && { said }),
      ...(attachment && { attachment: Number(attachment) }),
    }
    if (shown < 0) bubbles.push(bubble)
    else bubbles[shown] = { ...bubble, at: bubbles[shown]?.at ?? bubble.at, edited: true }
  }
  return bubbles
}
