/** Keeps Zalo informed of where to bring messages: to our address, or to none when we ask for them ourselves. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Log } from '../../domain/log.ts'
import type { Client } from './client.ts'
import { isNotFound } from './errors.ts'
import { persist } from './persist.ts'
import type { Timing } from './timing.ts'

/** `url` is ours, public and https. `secret` of 8 to 256 characters. */
export type WebhookAddress = { url: string; secret: string }

type Around = { client: Client; stop: AbortSignal; timing: Timing; log: Log }

const infoSchema = z.looseObject({ url: z.string().catch('') })
const setSchema = z.looseObject({
  verification: z
    .looseObject({ ok: z.boolean(), outcome: z.string().optional(), hint: z.string().optional() })
    .optional(),
})

const within = ({ stop, timing }: Around) => AbortSignal.any([stop, AbortSignal.timeout(timing.callMs)])

/** Asks again each minute, which also shows that Zalo still answers us. Resolves once `stop` was called. */
export async function keepWebhook(webhook: WebhookAddress, around: Around): Promise<void> {
  const { client, stop, timing, log } = around
  let isSet = false

  async function check(): Promise<void> {
    // Once anew at each start: the secret may have changed, and Zalo does not show it.
    if (isSet && (await addressOf(around)) === webhook.url) return
    const parameters = { url: webhook.url, secret_token: webhook.secret }
    const set = setSchema.safeParse(await client.call('setWebhook', parameters, within(around)))
    isSet = true
    const probe = set.data?.verification
    // Zalo keeps an address that it could not reach.
    if (probe && !probe.ok) log('webhook_failed', { outcome: probe.outcome, hint: probe.hint })
  }

  while (!stop.aborted) {
    await persist(check, { what: 'setWebhook', stop, timing, log })
    await sleep(timing.webhookCheckMs, undefined, { signal: stop }).catch(() => {})
  }
}

/** Takes away whatever address is set, and says so: another installation may have lived on it. */
export async function removeWebhook(around: Around): Promise<void> {
  const { client, log } = around
  const url = await addressOf(around)
  if (url === '') return
  await client.call('deleteWebhook', {}, within(around))
  log('zalo_webhook_removed', { host: URL.parse(url)?.host })
}

/** Empty when none is set. */
async function addressOf(around: Around): Promise<string> {
  try {
    return infoSchema.parse(await around.client.call('getWebhookInfo', {}, within(around))).url
  } catch (error) {
    if (isNotFound(error)) return ''
    throw error
  }
}
