/** Handles what came in, each update once and in the order of its chat; what one chat wrote never holds up another. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, RawUpdate } from '../bot/channel.ts'
import type { Db } from '../db/client.ts'
import { countAttempt, openUpdates, type StoredUpdate, storeUpdates } from '../db/messages/inbox.ts'
import type { Log } from '../domain/log.ts'
import { createBell } from './bell.ts'

/** How many updates are in hand at once: enough to keep every connection of the pool busy. */
const MOST_IN_HAND = 64
const IDLE_MS = 1_000
const RETRY_MS = 500
/** A message that fails so often is given up and shown to the office, so that it stops nobody. */
const ATTEMPTS = 3

export type UpdatesOptions = {
  db: Db
  channel: Channel
  clock: () => Date
  log: Log
  /** Handles one update in one transaction. */
  handle(update: StoredUpdate): Promise<void>
  /** Gives one update up, in one transaction. */
  abandon(update: StoredUpdate): Promise<void>
  /** An update is handled and committed: there may be an answer to send. */
  onHandled(): void
}

export type Updates = {
  /** Keeps what the platform gave us; the channel confirms it afterwards. */
  store(updates: RawUpdate[]): Promise<void>
  /** Handles what is stored until `stop`; resolves when nothing is in hand. */
  run(stop: AbortSignal): Promise<void>
}

export function createUpdates({
  db,
  channel,
  clock,
  log,
  handle,
  abandon,
  onHandled,
}: UpdatesOptions): Updates {
  const bot = { channel: channel.name, bot: channel.bot }
  const inHand = new Set<number>()
  const bell = createBell()

  /** Tries until the update is handled or given up. A database that is away is waited for: that is nobody's fault. */
  async function see(update: StoredUpdate, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        await handle(update)
        return
      } catch (error) {
        log('update_failed', { update: update.id, error })
        const attempts = await countAttempt(db, update.id, nameOf(error)).catch(() => 0)
        if (attempts >= ATTEMPTS) {
          await abandon(update).catch((failure) =>
            log('update_failed', { update: update.id, error: failure }),
          )
          return
        }
        await sleep(attempts === 0 ? RETRY_MS : 20 * attempts)
      }
    }
  }

  async function run(stop: AbortSignal): Promise<void> {
    const lastOfChat = new Map<string, Promise<void>>()
    while (!stop.aborted) {
      let updates: StoredUpdate[] = []
      try {
        if (inHand.size < MOST_IN_HAND) updates = await openUpdates(db, bot, [...inHand], MOST_IN_HAND)
      } catch (error) {
        log('inbox_unreadable', { error })
        await bell.wait(RETRY_MS, stop)
      }
      for (const update of updates) {
        inHand.add(update.id)
        const before = lastOfChat.get(update.chat) ?? Promise.resolve()
        const mine = before
          .then(() => see(update, stop))
          .then(() => {
            inHand.delete(update.id)
            if (lastOfChat.get(update.chat) === mine) lastOfChat.delete(update.chat)
            onHandled()
            if (inHand.size < MOST_IN_HAND / 2) bell.ring()
          })
        lastOfChat.set(update.chat, mine)
      }
      if (updates.length === 0 || inHand.size >= MOST_IN_HAND) await bell.wait(IDLE_MS, stop)
    }
    await Promise.all(lastOfChat.values())
  }

  return {
    async store(updates) {
      await storeUpdates(db, bot, updates, clock())
      bell.ring()
    },
    run,
  }
}

/** Enough to find the cause, and nothing of what the person wrote. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
