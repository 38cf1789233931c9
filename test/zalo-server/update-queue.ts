/** What people wrote and the bot was not given yet: by poll, once and for all, or by webhook. */
import type { Webhook } from './webhook.ts'

/** Zalo's event, as documentation and samples have it; no number, no confirmation. */
export type ZaloEvent = { event_name: string; message?: Record<string, unknown> }

export type UpdateQueue = {
  push(event: ZaloEvent): void
  /** The oldest one, which is thereby gone; null when none came within so many milliseconds, or while a webhook is set. */
  take(waitMs: number, gone: AbortSignal): Promise<ZaloEvent | null>
  readonly waiting: number
}

export function createUpdateQueue(webhook: Webhook): UpdateQueue {
  const events: ZaloEvent[] = []
  /** Polls that wait. With two of them nobody knows which gets the next event. */
  const polls: ((event: ZaloEvent | null) => void)[] = []

  return {
    get waiting() {
      return events.length
    },
    push(event) {
      if (webhook.hook) return webhook.deliver(event)
      const poll = polls.shift()
      if (poll) poll(event)
      else events.push(event)
    },
    take(waitMs, gone) {
      const first = webhook.hook ? undefined : events.shift()
      if (first) return Promise.resolve(first)
      return new Promise((resolve) => {
        const end = (event: ZaloEvent | null) => {
          clearTimeout(timer)
          const at = polls.indexOf(end)
          if (at >= 0) polls.splice(at, 1)
          resolve(event)
        }
        const timer = setTimeout(() => end(null), waitMs)
        gone.addEventListener('abort', () => end(null), { once: true })
        polls.push(end)
      })
    },
  }
}
