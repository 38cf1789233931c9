/** A platform on this very machine: its phones are on a web page, and everything else of the program is the real one. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { z } from 'zod'
import type { IncomingMessage } from '../../domain/message.ts'
import { type Abilities, type Channel, SendError, type StoreUpdates } from '../channel.ts'

const MB = 1024 * 1024

/** `buttons` is as comfortable as Telegram; `numbers` has no buttons and no edits, as Zalo. */
export type SimulatorBot = 'buttons' | 'numbers'

const ABILITIES: Record<SimulatorBot, Abilities> = {
  buttons: {
    buttons: true,
    editing: true,
    startPayload: true,
    phoneSharing: false,
    maxTextLength: 4096,
    maxFileSize: 20 * MB,
  },
  numbers: {
    buttons: false,
    editing: false,
    startPayload: true,
    phoneSharing: false,
    maxTextLength: 2000,
    maxFileSize: 20 * MB,
  },
}

/** What a phone does, as it is stored among the updates. */
const payload = z.object({
  /** The phone: one person's. */
  phone: z.string(),
  /** Its own, or of our message whose button was pressed. */
  messageId: z.string(),
  sentAt: z.coerce.date(),
  text: z.string().optional(),
  /** The value of a button, and the words on it, for the screen. */
  choice: z.string().optional(),
  label: z.string().optional(),
  startCode: z.string().optional(),
  file: z
    .object({
      ref: z.string(),
      fileName: z.string(),
      byteSize: z.number(),
      kind: z.enum(['photo', 'document']),
    })
    .optional(),
  albumId: z.string().optional(),
})

export type PhoneUpdate = z.output<typeof payload>

export type Simulator = Channel & {
  bot: SimulatorBot
  /** A phone says something; resolves when it is stored, which waits until the bot is held. */
  says(update: PhoneUpdate): Promise<void>
  /** Keeps a file until it is fetched; resolves with what `file.ref` must be. */
  keepFile(bytes: Uint8Array): string
}

export function createSimulator(bot: SimulatorBot): Simulator {
  const files = new Map<string, Uint8Array>()
  let held = Promise.withResolvers<StoreUpdates>()

  return {
    name: 'simulator',
    bot,
    userName: `demo_${bot}`,
    abilities: ABILITIES[bot],
    introduce: async () => `demo_${bot}`,
    async receive(keep, stop) {
      held.resolve(keep)
      // It may have been stopped while the bot was being taken: then no event comes any more.
      if (!stop.aborted) await once(stop, 'abort')
      held = Promise.withResolvers()
    },
    read: (raw) => incoming(bot, payload.parse(raw)),
    // A phone shows what the ledger says it got: see db/simulated-screen.ts.
    async send(_, { replaces }) {
      return { externalId: ABILITIES[bot].editing && replaces ? replaces : randomUUID() }
    },
    async download({ ref }) {
      const bytes = files.get(ref)
      if (!bytes) throw new SendError('rejected', 'the file is not here any more')
      return bytes
    },
    lastHeard: () => new Date(),
    async says(update) {
      const store = await held.promise
      await store([{ externalId: randomUUID(), chat: update.phone, payload: update }])
    },
    keepFile(bytes) {
      const ref = randomUUID()
      files.set(ref, bytes)
      return ref
    },
  }
}

function incoming(bot: SimulatorBot, update: PhoneUpdate): IncomingMessage {
  const { phone, messageId, sentAt, text, choice, startCode, file, albumId } = update
  return {
    from: { channel: 'simulator', bot, id: phone },
    isPrivate: true,
    messageId,
    sentAt,
    ...(text !== undefined && { text: text.normalize('NFC') }),
    ...(choice !== undefined && { choice }),
    ...(startCode !== undefined && { startCode }),
    ...(file && { media: file }),
    ...(albumId !== undefined && { albumId }),
  }
}
