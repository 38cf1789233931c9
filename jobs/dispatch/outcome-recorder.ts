/** Writes the outcomes of sends into the ledger, many at once, and waits for a database that is away. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../db/client.ts'
import { type Outcome, record } from '../../db/messages/outbox-sending.ts'
import type { Log } from '../../domain/log.ts'

const MOST_AT_ONCE = 1_000
const RETRY_MS = 500

export type OutcomeRecorder = {
  /** Resolves when it is in the database. */
  add(outcome: Outcome): Promise<void>
  /** Resolves when everything added so far is in the database. */
  settled(): Promise<void>
}

/** `onRecorded` is called after each write: a chat's next message may be claimed now. */
export function createOutcomeRecorder(db: Db, log: Log, onRecorded: () => void): OutcomeRecorder {
  const waiting: { outcome: Outcome; done: () => void }[] = []
  let writing: Promise<void> | null = null

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.slice(0, MOST_AT_ONCE)
      try {
        await record(
          db,
          some.map(({ outcome }) => outcome),
        )
        waiting.splice(0, some.length)
        for (const { done } of some) done()
        onRecorded()
      } catch (error) {
        log('outcomes_wait_for_the_database', { error })
        await sleep(RETRY_MS)
      }
    }
    writing = null
  }

  const start = () => {
    writing ??= writeAll()
    return writing
  }
  return {
    add(outcome) {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ outcome, done: resolve })
      void start()
      return promise
    },
    async settled() {
      await start()
    },
  }
}
