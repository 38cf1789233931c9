/** What is leaving us at this moment, by chat: until its outcome is written down, nobody knows what the phone shows. */
import { setTimeout as sleep } from 'node:timers/promises'

export type OnTheWay = {
  /** `work` ends when the outcome is in the database; it must not reject. */
  add(chat: string, work: Promise<void>): void
  /** Resolves when nothing is on its way to a chat, and at the latest after so long. */
  arrived(chat: string, atMostMs: number): Promise<void>
}

export function createOnTheWay(): OnTheWay {
  const leaving = new Map<string, Promise<unknown>>()
  return {
    add(chat, work) {
      const all = Promise.all([leaving.get(chat), work])
      leaving.set(chat, all)
      void all.then(() => leaving.get(chat) === all && leaving.delete(chat))
    },
    async arrived(chat, atMostMs) {
      const work = leaving.get(chat)
      if (!work) return
      const over = new AbortController()
      await Promise.race([work, sleep(atMostMs, undefined, { signal: over.signal }).catch(() => {})])
      over.abort()
    },
  }
}
