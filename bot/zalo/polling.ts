/** Asks Zalo for messages, for ever. Zalo gives each one once: it is stored before the next is asked for. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../domain/log.ts'
import type { RawUpdate, StoreUpdates } from '../channel.ts'
import type { Client } from './client.ts'
import { isTimeout } from './errors.ts'
import { persist } from './persist.ts'
import type { Timing } from './timing.ts'
import { isReadable, toRawUpdates } from './update.ts'
import { removeWebhook } from './webhook-address.ts'

export type PollingOptions = { client: Client; timing: Timing; log: Log }

/** Resolves once `stop` was called; never rejects. */
export type Poll = (store: StoreUpdates, stop: AbortSignal) => Promise<void>

export function createPolling({ client, timing, log }: PollingOptions): Poll {
  /** Given to us and not yet stored. It outlives a stop, for the database may be what stopped us. */
  let inHand: RawUpdate[] = []

  async function next(stop: AbortSignal): Promise<RawUpdate[]> {
    const asked = performance.now()
    const signal = AbortSignal.any([stop, AbortSignal.timeout(timing.pollWatchdogMs)])
    const updates = await client
      .call('getUpdates', { timeout: String(timing.pollSeconds) }, signal)
      .then(toRawUpdates)
      .catch((error) => {
        if (isTimeout(error)) return []
        throw error
      })
    // Nothing at once, over and over, would be the rapid polling that Zalo punishes.
    if (updates.length === 0 && performance.now() - asked < timing.firstPauseMs)
      await sleep(timing.firstPauseMs)
    const strange = updates.filter(({ payload }) => !isReadable(payload))
    if (strange.length > 0)
      log('zalo_strange_update', { updates: strange.map(({ externalId }) => externalId) })
    return updates
  }

  async function storeInHand(store: StoreUpdates): Promise<void> {
    if (inHand.length === 0) return
    await store(inHand)
    inHand = []
  }

  return async (store, stop) => {
    let lookedAt = Number.NEGATIVE_INFINITY
    while (!stop.aborted) {
      await persist(
        async () => {
          await storeInHand(store)
          // While a webhook is set, by hand or by an older installation, Zalo is silent here, without an error.
          if (performance.now() - lookedAt > timing.webhookCheckMs) {
            await removeWebhook({ client, stop, timing, log })
            lookedAt = performance.now()
          }
          inHand = await next(stop)
          await storeInHand(store)
        },
        { what: 'getUpdates', stop, timing, log },
      )
    }
    await storeInHand(store).catch((error) => log('update_in_hand', { error }))
  }
}
