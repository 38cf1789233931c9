/** Tries again, ever more slowly, until it works: how we wait for a network or a database to come back. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../domain/log.ts'
import { SendError } from '../channel.ts'
import { isConflict } from './errors.ts'
import type { Timing } from './timing.ts'

export type Persistence = {
  /** What is tried, for the log. */
  what: string
  stop: AbortSignal
  timing: Timing
  log: Log
}

/** Resolves with what `attempt` gave, or with undefined once `stop` was called; never rejects. */
export async function persist<T>(
  attempt: (failures: number) => Promise<T>,
  { what, stop, timing, log }: Persistence,
): Promise<T | undefined> {
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      const result = await attempt(failures)
      if (failures > 0) log('telegram_recovered', { what, failures })
      return result
    } catch (error) {
      if (stop.aborted) break
      const pauseMs = pauseAfter(error, failures, timing)
      log(eventOf(error), { what, pauseMs, reason: reasonOf(error) })
      await sleep(pauseMs, undefined, { signal: stop }).catch(() => {})
    }
  }
  return undefined
}

/** Pauses are of uneven length, so that many bots do not come back in one moment. */
function pauseAfter(error: unknown, failures: number, timing: Timing): number {
  const unevenly = (ms: number) => Math.round(ms * (1 + Math.random()))
  if (error instanceof SendError) {
    if (error.failure === 'unauthorized') return timing.unauthorizedPauseMs
    if (isConflict(error)) return unevenly(timing.conflictPauseMs)
    if (error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1_000 + unevenly(100)
  }
  return unevenly(Math.min(timing.firstPauseMs * 2 ** failures, timing.longestPauseMs) / 2)
}

function eventOf(error: unknown): string {
  if (!(error instanceof SendError)) return 'updates_not_stored'
  if (error.failure === 'unauthorized') return 'telegram_unauthorized'
  return isConflict(error) ? 'telegram_conflict' : 'telegram_trouble'
}

/** An error that is not the platform's is the database's, and quotes what it could not store. */
const reasonOf = (error: unknown): string =>
  error instanceof SendError ? error.message : error instanceof Error ? error.name : 'unknown'
