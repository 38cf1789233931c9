/** When a download that failed is tried again, or that it is not. */
import type { SendError } from '../../bot/channel.ts'

const FIRST_WAIT_MS = 5_000
/** Doubling from five seconds, the last try comes some 43 minutes after the first. */
const MOST_ATTEMPTS = 10
const UNAUTHORIZED_WAIT_MS = 60_000

/** `attempts`: how many have failed before this one. */
export function retryAfter(
  attempts: number,
  error: SendError,
  now: Date,
): { attempts: number; notBefore: Date } | 'unavailable' | 'unreachable' {
  const after = (ms: number) => new Date(now.getTime() + ms)
  switch (error.failure) {
    case 'retry':
    case 'unknown': {
      if (attempts + 1 >= MOST_ATTEMPTS) return 'unreachable'
      const asked = (error.retryAfterSeconds ?? 0) * 1_000
      return { attempts: attempts + 1, notBefore: after(Math.max(FIRST_WAIT_MS * 2 ** attempts, asked)) }
    }
    // The office has to enter a new token; the files wait for it, however long.
    case 'unauthorized':
      return { attempts, notBefore: after(UNAUTHORIZED_WAIT_MS) }
    default:
      return 'unavailable'
  }
}
