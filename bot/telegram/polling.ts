/** Asks Telegram for updates, for ever. What is not stored is not confirmed, so nothing is lost: it comes again. */
import type { Log } from '../../domain/log.ts'
import { type RawUpdate, SendError, type StoreUpdates } from '../channel.ts'
import type { Client } from './client.ts'
import { isConflict } from './errors.ts'
import { persist } from './persist.ts'
import { toRawUpdate } from './raw-update.ts'
import type { Timing } from './timing.ts'
import { ALLOWED_UPDATES } from './update.ts'

export type PollingOptions = {
  client: Client
  store: StoreUpdates
  stop: AbortSignal
  timing: Timing
  log: Log
}

/** Resolves once `stop` was called; never rejects. */
export async function poll({ client, store, stop, timing, log }: PollingOptions): Promise<void> {
  /** Asking for this one confirms all before it. Unset at first: Telegram knows what was confirmed. */
  let offset: number | undefined
  let webhookRemoved = false

  async function takeBatch(failures: number): Promise<void> {
    const within = (ms: number) => AbortSignal.any([stop, AbortSignal.timeout(ms)])
    if (!webhookRemoved) await client.call('deleteWebhook', {}, within(timing.callMs))
    webhookRemoved = true
    const request = {
      offset,
      limit: 100,
      timeout: failures > 0 ? timing.pollAfterTroubleSeconds : timing.pollSeconds,
      allowed_updates: ALLOWED_UPDATES,
    }
    const payloads: unknown[] = await client.call('getUpdates', request, within(timing.pollWatchdogMs))
    const updates = payloads.map(toRawUpdate).filter((update): update is RawUpdate => update !== null)
    const last = updates.at(-1)
    if (!last) return
    await store(updates)
    offset = Number(last.externalId) + 1
  }

  while (!stop.aborted) {
    await persist(
      (failures) =>
        takeBatch(failures).catch((error) => {
          // A webhook set meanwhile, by hand or by an older installation, would keep us deaf.
          if (error instanceof SendError && isConflict(error)) webhookRemoved = false
          throw error
        }),
      { what: 'getUpdates', stop, timing, log },
    )
  }
}
