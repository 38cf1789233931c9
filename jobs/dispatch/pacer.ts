/** Lets one thing go at a time, so many a second, and stops them all when the platform asks for a pause. */
import { setTimeout as sleep } from 'node:timers/promises'

/** How much of a stall is made up for: at 30 a second three messages, and platforms forgive a burst of about five. */
const MAKE_UP_MS = 100

export type Pacer = {
  /** Resolves when the next one may go. Callers must await one call before the next. */
  turn(stop: AbortSignal): Promise<void>
  /** Nothing goes for so long. A longer pause already under way stays. */
  pause(ms: number): void
}

/** `perSecond` on average; what a longer stall cost is not made up by a burst. */
export function createPacer(perSecond: number, now: () => number = () => performance.now()): Pacer {
  const interval = 1000 / perSecond
  let next = now()
  let pausedUntil = 0
  return {
    async turn(stop) {
      next = Math.max(next + interval, now() - MAKE_UP_MS)
      for (;;) {
        const wait = Math.max(next, pausedUntil) - now()
        if (wait < 0.5 || stop.aborted) return
        await sleep(Math.ceil(wait), undefined, { signal: stop }).catch(() => {})
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms)
      // What could not go meanwhile must not go in a burst afterwards.
      next = Math.max(next, pausedUntil)
    },
  }
}
