/** Fetches the files people sent, a few at once, for one bot that this process holds. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type WaitingFile, waitingDownloads } from '../../db/messages/downloads.ts'
import { createBell } from '../bell.ts'
import { type FetchOptions, fetchFile } from './fetch-file.ts'

/** Each holds a whole file in memory. */
const AT_ONCE = 4
const IDLE_MS = 1_000
const RETRY_MS = 500
/** So long a stop waits for what is under way; what is not here by then is fetched after the next start. */
const PATIENCE_MS = 3_000

export type Downloads = {
  /** Somebody sent a file: look at once, not at the next tick. */
  wake(): void
  /** Fetches until `stop`; resolves when nothing is under way that could still write. */
  run(stop: AbortSignal): Promise<void>
}

export function createDownloads(options: FetchOptions): Downloads {
  const { db, channel, clock, log } = options
  const bot = { channel: channel.name, bot: channel.bot }
  const bell = createBell()

  async function run(stop: AbortSignal): Promise<void> {
    const underWay = new Map<number, Promise<void>>()
    const over = new AbortController()

    const take = async (file: WaitingFile) => {
      try {
        await fetchFile(options, file, over.signal)
      } catch (error) {
        log('downloads_wait_for_the_database', { error })
        await sleep(RETRY_MS)
      }
      underWay.delete(file.id)
      bell.ring()
    }

    while (!stop.aborted) {
      // Read before we ask: what ends meanwhile is still in the answer, and must not be fetched twice.
      const busy = new Set(underWay.keys())
      try {
        // Of the first AT_ONCE that wait, as many are not under way as there is room for.
        const waiting = busy.size < AT_ONCE ? await waitingDownloads(db, bot, AT_ONCE, clock()) : []
        const fresh = waiting.filter((file) => !busy.has(file.id)).slice(0, AT_ONCE - busy.size)
        for (const file of fresh) underWay.set(file.id, take(file))
      } catch (error) {
        log('downloads_wait_for_the_database', { error })
      }
      await bell.wait(IDLE_MS, stop)
    }
    await Promise.race([Promise.all(underWay.values()), sleep(PATIENCE_MS, undefined, { ref: false })])
    over.abort()
  }

  return { wake: bell.ring, run }
}
