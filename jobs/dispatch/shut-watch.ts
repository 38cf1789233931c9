/** Notices that a bot's platform takes nothing any more: its token is void, or its month is used up and not just its minute. */
import type { SendError } from '../../bot/channel.ts'

/** Why nothing goes through, as the ledger says it. */
export type Shut = 'unauthorized' | 'out_of_quota'

/** A platform that asks us to slow down for longer than this means something else. */
export const LASTING_MINUTES = 5

export type ShutWatch = {
  /** A message went through. */
  well(): void
  /** One did not; tells why when that will not pass by itself. */
  met(error: SendError): Shut | null
}

export function createShutWatch(clock: () => Date): ShutWatch {
  let askedToWaitSince: number | null = null
  return {
    well() {
      askedToWaitSince = null
    },
    met({ failure, retryAfterSeconds }) {
      if (failure === 'unauthorized') return failure
      if (failure !== 'retry' || retryAfterSeconds === undefined) return null
      const now = clock().getTime()
      askedToWaitSince ??= now
      return now - askedToWaitSince >= LASTING_MINUTES * 60_000 ? 'out_of_quota' : null
    },
  }
}
