/** What becomes of a message that did not go out, and how long the whole bot must then be quiet. */
import type { SendError } from '../../bot/channel.ts'
import type { Claimed, Outcome } from '../../db/messages/outbox-sending.ts'

const UNKNOWN_REPEAT_MS = 5_000
const UNAUTHORIZED_PAUSE_MS = 60_000
const LONGEST_BACKOFF_MS = 30_000

/** `troubles`: how many sends in a row have not reached the platform at all. */
export function outcomeOf(
  row: Claimed,
  error: SendError,
  { troubles, now }: { troubles: number; now: Date },
): { outcome: Outcome; pauseMs: number } {
  const it = { id: row.id, otherIds: error.through }
  const backoff = Math.min(1_000 * 2 ** troubles, LONGEST_BACKOFF_MS)
  switch (error.failure) {
    case 'retry': {
      const pauseMs = error.retryAfterSeconds === undefined ? backoff : error.retryAfterSeconds * 1_000
      return { outcome: { ...it, state: 'again', notBefore: now }, pauseMs }
    }
    case 'unauthorized':
      return { outcome: { ...it, state: 'again', notBefore: now }, pauseMs: UNAUTHORIZED_PAUSE_MS }
    case 'moved':
      return error.movedTo === undefined
        ? { outcome: { ...it, state: 'failed', failure: 'rejected', at: now }, pauseMs: 0 }
        : { outcome: { ...it, state: 'moved', movedTo: error.movedTo, notBefore: now }, pauseMs: 0 }
    case 'unknown': {
      const notBefore = new Date(now.getTime() + UNKNOWN_REPEAT_MS)
      return {
        outcome: row.repeated ? { ...it, state: 'unknown' } : { ...it, state: 'repeat', notBefore },
        pauseMs: 0,
      }
    }
    default:
      return { outcome: { ...it, state: 'failed', failure: error.failure, at: now }, pauseMs: 0 }
  }
}
