/** A platform as the contract's tests see it: a channel, people with phones, and ways to make things go wrong. */
import { expect, vi } from 'vitest'
import type { Channel, RawUpdate, StoreUpdates } from '../../bot/channel.ts'
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { jpeg } from '../sample-files.ts'

/** A message of ours as it looks on a phone. */
type SeenMessage = { text: string; buttons: string[]; photos: Uint8Array[] }

/** Somebody with the platform's app. What they do resolves to what the platform tells us of it. */
export type PersonUnderTest = {
  id: string
  types(text: string): unknown
  sendsPhoto(bytes: Uint8Array, caption: string): unknown
  sendsAlbum(photos: Uint8Array[], caption: string): unknown
  sendsSticker(): unknown
  /** A document. */
  sendsFile(): unknown
  blocks(): void
  /** Our messages on the screen, oldest first. */
  sees(): SeenMessage[]
}

export type PlatformUnderTest = {
  channel: Channel
  /** UTF-16 units that one message of the platform may have, by its own documents. */
  longest: number
  stored: RawUpdate[]
  /** What the channel stores with; adds to `stored`. */
  store: StoreUpdates
  /** Begins to receive. */
  receive(): void
  /** A person of this name; `started` when they have opened the chat with the bot. */
  person(name: string, started: boolean): PersonUnderTest
  /** The next message is refused: too many. */
  throttle(): void
  /** The next message arrives, and its answer is lost. */
  loseAnswer(): void
  /** Brings once more what was brought before. */
  redeliver(told: unknown): void
  /** What the platform would not have taken of our requests. */
  violations: string[]
}

export type ContractOptions = {
  /** The header in which the platform shows the webhook's secret; a platform that never calls us has none. */
  secretHeader?: string
  /** Whatever form our letters are in, they arrive composed; elsewhere we count on composed ones being given. */
  composes?: true
  start(webhook?: { url: string; secret: string }): Promise<PlatformUnderTest>
}

export const PICTURE: FileToSend = { media: 1, name: '', contentType: 'image/jpeg', bytes: jpeg(64, 48) }
/** Somebody's name in their app, full of what other programs take for markup. */
export const ODD_NAME = '<b>Lan</b> *Hoa* _&amp;_ 👩‍🌾 {red}'

/** A platform with one person on it. */
export async function begin(options: ContractOptions, { name = 'Lan', started = true } = {}) {
  const under = await options.start()
  const { channel, stored } = under
  const person = under.person(name, started)
  return {
    ...under,
    person,
    send: (message: OutgoingMessage, files?: FileToSend[]) =>
      channel.send({ channel: channel.name, bot: channel.bot, id: person.id }, message, files),
    /** What reached us, read; waits until there is so much. */
    async heard(count: number) {
      under.receive()
      await vi.waitFor(() => expect(stored.length).toBeGreaterThanOrEqual(count), { timeout: 5_000 })
      return stored.map(({ payload }) => channel.read(payload))
    },
  }
}
