/** Tries again, ever more slowly, until it works: how we wait for Zalo or a database to come back. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../domain/log.ts'
import { SendError } from '../channel.ts'
import type { Timing } from './timing.ts'

export type Persistence = {
  /** What is tried, for the log. */
  what: string
  stop: AbortSignal
  timing: Pick<Timing, 'firstPauseMs' | 'longestPauseMs'>
  log: Log
}

/** Resolves with what `attempt` gave, or with undefined once `stop` was called; never rejects. */
export async function persist<T>(
  attempt: () => Promise<T>,
  { what, stop, timing, log }: Persistence,
): Promise<T | undefined> {
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      const result = await attempt()
      if (failures > 0) log('zalo_recovered', { what, failures })
      return result
    } catch (error) {
      if (stop.aborted) break
      // Of uneven length, so that many bots do not come back in one moment.
      const longest = Math.min(timing.firstPauseMs * 2 ** failures, timing.longestPauseMs)
      const pauseMs = Math.round((longest * (1 + Math.random())) / 2)
      log(...eventOf(error, { what, pauseMs }))
      await sleep(pauseMs, undefined, { signal: stop }).catch(() => {})
    }
  }
  return undefined
}

/** An error that is not the platform's is the database's, and quotes what it could not store. */
function eventOf(error: unknown, facts: object): [string, Record<string, unknown>] {
  if (error instanceof SendError) return ['zalo_trouble', { ...facts, reason: error.message }]
  return ['updates_not_stored', { ...facts, reason: error instanceof Error ? error.name : 'unknown' }]
}
