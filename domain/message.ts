/** The messages themselves, in our words and in no platform's. Stored in the outbox, spoken by every channel. */

/** Every platform there is; the simulator is the demo's own. */
const CHANNELS = ['telegram', 'zalo', 'simulator'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** Those that people have on their phones, for an office to choose from. */
export const PLATFORMS = CHANNELS.filter((name) => name !== 'simulator')

export const isChannel = (name: string): name is ChannelName => CHANNELS.some((known) => known === name)

/** One person on one bot of one platform. `id` is the platform's own identifier, opaque to us. */
export type Address = { channel: ChannelName; bot: string; id: string }

/** One bot of one platform. */
export type Bot = Pick<Address, 'channel' | 'bot'>

/** One answer offered: what the person reads, and what a press of it means (see domain/choice.ts; at most 64 bytes). */
export type Choice = { label: string; value: string }

/** A stretch of the text to emphasise, in UTF-16 units as JavaScript counts them. Names can never break it. */
export type Mark = { start: number; length: number; style: 'bold' | 'italic' }

/** A file of ours to send: one that somebody sent us, or bytes that we made. */
export type OutgoingFile = { attachment: number } | { media: number; name: string }

export type OutgoingMessage = {
  /** Plain text, NFC. Longer than the platform takes: the channel splits it on lines. */
  text: string
  /** Photos and documents that go with the text, in order; those no longer kept are left out. */
  files?: OutgoingFile[]
  marks?: Mark[]
  /** What the numbered lines of the text stand for, in their order. */
  lines?: Choice[]
  /** Rows of choices; a platform without buttons numbers them, after the lines. */
  choices?: Choice[][]
  /** Ask the platform for its own button that shares the sender's phone number. */
  askForPhone?: string
  /** Our earlier message, by the platform's id, that this one replaces in place where the platform can edit. */
  replaces?: string
  /** Other messages of ours that go with it, such as an album's pictures: taken back where the platform can. */
  removes?: string[]
}

/** Where a platform keeps a file that somebody sent. `ref` is opaque and may expire. */
export type MediaRef = { ref: string; fileName?: string; byteSize?: number; kind: 'photo' | 'document' }

/** What somebody sent us, read from a platform's update. Exactly the fields that it carried are set. */
export type IncomingMessage = {
  from: Address
  /** The name the platform shows for the sender: never an identification. */
  displayName?: string
  /** False in groups: dondoc talks with persons only. */
  isPrivate: boolean
  /** The platform's id of the message that was written, or of our message whose button was pressed. */
  messageId: string
  /** Text or caption, NFC. */
  text?: string
  /** Set only when a button was pressed: the choice's value. */
  choice?: string
  /** Our message that this one replies to. */
  repliesTo?: string
  /** The payload of an invitation link. */
  startCode?: string
  /** A phone number shared; `own` only when the platform vouches that it is the sender's and it was not forwarded. */
  phone?: { number: string; own: boolean }
  media?: MediaRef
  /** Photos sent together carry the same id. */
  albumId?: string
  /** A kind we cannot take (voice, sticker, place …), named for the answer. */
  unsupported?: string
  /** A change of reachability: the person blocked the bot, or opened it again. */
  reachability?: 'blocked' | 'reachable'
  /** The chat got a new id (a group was upgraded). */
  movedTo?: string
  /** A correction of an earlier text. */
  edited?: boolean
  sentAt: Date
}
