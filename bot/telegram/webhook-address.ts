/** Keeps Telegram informed of where to bring updates, and looks whether it manages to. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../domain/log.ts'
import type { Client } from './client.ts'
import { redact } from './errors.ts'
import { persist } from './persist.ts'
import type { Timing } from './timing.ts'
import { ALLOWED_UPDATES } from './update.ts'

/** `url` is ours, public and https. `secret` of A-Z, a-z, 0-9, _ and -. */
export type WebhookAddress = { url: string; secret: string }

export type WebhookOptions = {
  client: Client
  webhook: WebhookAddress
  stop: AbortSignal
  timing: Timing
  log: Log
}

/** Asks again each minute, which also shows that Telegram still answers us. Resolves once `stop` was called. */
export async function keepWebhook({ client, webhook, stop, timing, log }: WebhookOptions): Promise<void> {
  const within = () => AbortSignal.any([stop, AbortSignal.timeout(timing.callMs)])
  let lastFailure = 0
  let isSet = false

  async function check(): Promise<void> {
    const info = await client.call('getWebhookInfo', {}, within())
    // Once anew at each start: the secret may have changed, and Telegram does not show it.
    if (!isSet || info.url !== webhook.url) {
      const { url, secret } = webhook
      await client.call(
        'setWebhook',
        { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES },
        within(),
      )
      isSet = true
    }
    const failedAt = info.last_error_date ?? 0
    if (failedAt > lastFailure) {
      log('webhook_failed', {
        reason: redact(info.last_error_message ?? ''),
        waiting: info.pending_update_count,
      })
      lastFailure = failedAt
    }
  }

  while (!stop.aborted) {
    await persist(check, { what: 'setWebhook', stop, timing, log })
    await sleep(timing.webhookCheckMs, undefined, { signal: stop }).catch(() => {})
  }
}
