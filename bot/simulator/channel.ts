/** A platform on this very machine: its phones are on a web page, and everything else of the program is the real one. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { type Channel, type RawUpdate, SendError, type StoreUpdates } from '../channel.ts'
import { ABILITIES, type SimulatorBot } from './bots.ts'
import { incoming, type PhoneUpdate, phoneUpdate } from './update.ts'

/** A message on its way to a phone. */
export type Flight = { phone: string; externalId: string; message: OutgoingMessage; files: FileToSend[] }

/**
 * What is between the bot and the phones, and what it says of a message: `taken` · `lost`: it left, and no answer came ·
 * or that there are too many, and how long to wait.
 */
export type Air = (flight: Flight) => 'taken' | 'lost' | { tooMany: number }

export type Simulator = Channel & {
  bot: SimulatorBot
  /** A phone says something; resolves when it is stored, which waits until the bot is held, with what was stored. */
  says(update: PhoneUpdate): Promise<RawUpdate>
  /** Keeps a file until it is fetched; what `file.ref` must be. */
  keepFile(bytes: Uint8Array): string
  /** From now on messages get through to the phone, as they do when it has said something; or none does any more. */
  opens(phone: string): void
  blocks(phone: string): void
}

/** The air is clear unless a test brings another. */
export function createSimulator(bot: SimulatorBot, air: Air = () => 'taken'): Simulator {
  const files = new Map<string, Uint8Array>()
  const standing = new Map<string, 'open' | 'blocked'>()
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
    read: (raw) => incoming(bot, phoneUpdate.parse(raw)),
    // A phone shows what the ledger says it got: see db/simulator/screen.ts.
    async send({ id: phone }, message, its = []) {
      const opened = standing.get(phone)
      if (opened === undefined) throw new SendError('unreachable', 'the phone never opened the chat')
      if (opened === 'blocked') throw new SendError('blocked', 'the phone blocked the bot')
      const { replaces } = message
      const externalId = ABILITIES[bot].editing && replaces !== undefined ? replaces : randomUUID()
      const fate = air({ phone, externalId, message, files: its })
      if (fate === 'lost') throw new SendError('unknown', 'no answer came')
      if (fate !== 'taken') throw new SendError('retry', 'too many', { retryAfterSeconds: fate.tooMany })
      return { externalId }
    },
    async download({ ref }) {
      const bytes = files.get(ref)
      if (!bytes) throw new SendError('rejected', 'the file is not here any more')
      return bytes
    },
    lastHeard: () => new Date(),
    async says(update) {
      const store = await held.promise
      if (!standing.has(update.phone)) standing.set(update.phone, 'open')
      const said = { externalId: randomUUID(), chat: update.phone, payload: update }
      await store([said])
      return said
    },
    keepFile(bytes) {
      const ref = randomUUID()
      files.set(ref, bytes)
      return ref
    },
    opens: (phone) => void standing.set(phone, 'open'),
    blocks: (phone) => void standing.set(phone, 'blocked'),
  }
}
