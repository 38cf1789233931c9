/** One message and everything a handler may know while it answers: the hand that the conversation passes around. */
import type { Tx } from '../db/client.ts'
import type { Office } from '../db/office.ts'
import type { Contact } from '../db/people/contacts.ts'
import type { LivePost } from '../db/people/live-posts.ts'
import type { Settings } from '../db/settings.ts'
import type { BotLimits } from '../domain/bot-limits.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { IncomingMessage, OutgoingMessage } from '../domain/message.ts'
import type { Translate } from '../locales/i18n.ts'
import type { Asked } from './asked.ts'
import type { Abilities } from './channel.ts'

export type Turn = {
  /** The one transaction in which the message is handled. No network call in here. */
  tx: Tx
  now: Date
  /** The office's day. */
  today: Temporal.PlainDate
  settings: Settings
  calendar: Calendar
  office: Office
  t: Translate
  /** What the platforms' plans allow one bot. */
  limits: BotLimits
  abilities: Abilities
  /** The bot's name in links; undefined while it is not known. */
  botUserName?: string
  inboxId: number
  /** The chat that wrote. */
  contact: Contact
  message: IncomingMessage
  /** Queues an answer to this chat; it goes out, in order, when the transaction commits. */
  say(message: OutgoingMessage): Promise<void>
}

/** As whom somebody may speak: whoever answers for a unit, the office, the leaders. */
export type Audience = 'unit' | 'office' | 'leader'

/** A turn of somebody we know. */
export type PersonTurn = Turn & {
  person: {
    id: number
    name: string
    posts: LivePost[]
    /** The units they answer for. */
    unitIds: number[]
    /** As whom they may speak; several at once for who holds several posts. */
    is: Record<Audience, boolean>
  }
  /** What was last asked of them; handlers replace it, and it is kept with the transaction. */
  asked: Asked
  /** Our message whose button was pressed, as it was last sent. */
  pressed: OutgoingMessage | null
}
