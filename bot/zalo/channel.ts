/** Zalo's Bot Platform, as the channel contract wants it. */
import { once } from 'node:events'
import { z } from 'zod'
import type { Log } from '../../domain/log.ts'
import type { Translate } from '../../locales/i18n.ts'
import { createAgent } from '../agent.ts'
import { type Abilities, type Channel, SendError } from '../channel.ts'
import { createClient } from './client.ts'
import { download, MAX_FILE_SIZE } from './download.ts'
import { read } from './incoming.ts'
import { persist } from './persist.ts'
import { createPolling } from './polling.ts'
import { createSend, MAX_TEXT_LENGTH, type Publish } from './send.ts'
import { TIMING, type Timing } from './timing.ts'
import { receiveWebhook } from './webhook.ts'
import { keepWebhook, type WebhookAddress } from './webhook-address.ts'

export type ZaloOptions = {
  /** As Zalo Bot Creator gave it: the bot's number, a colon, the secret. */
  token: string
  apiRoot: string
  /** URL of an HTTP proxy; used for `https:` alone. */
  proxy?: string
  /** Set: Zalo brings messages there. Unset: we ask for them. */
  webhook?: WebhookAddress
  /** Puts a picture where Zalo can fetch it, for pictures go out by link alone. */
  publish?: Publish
  log: Log
  /** Words what stands in the place of a file that cannot go. */
  t: Translate
  timing?: Partial<Timing>
}

const ABILITIES: Abilities = {
  buttons: false,
  editing: false,
  albums: false,
  documents: false,
  startPayload: false,
  phoneSharing: false,
  maxTextLength: MAX_TEXT_LENGTH,
  maxFileSize: MAX_FILE_SIZE,
}

const name = z.string().min(1).optional().catch(undefined)
/** `account_name` it is; the others are what the same is called elsewhere. */
const meSchema = z.looseObject({ account_name: name, name, display_name: name })

export function createZalo({ token, apiRoot, proxy, publish, log, t, ...options }: ZaloOptions): Channel {
  const timing = { ...TIMING, ...options.timing }
  const bot = token.split(':', 1)[0] ?? ''
  const webhook = options.webhook && addressedTo(bot, options.webhook)
  const agent = createAgent(proxy)
  const client = createClient({ token, apiRoot, agent })
  const send = createSend({ client, publish, t, timing })
  const poll = createPolling({ client, timing, log })
  const downloading = { agent, proxied: proxy !== undefined, apiRoot, downloadMs: timing.downloadMs }
  let userName: string | undefined
  client.revoked.addEventListener('abort', () => {
    log('zalo_unauthorized', { bot, error: new Error('the token is void: set a new one and start again') })
  })

  async function introduce(signal: AbortSignal): Promise<string> {
    const { data: me } = meSchema.safeParse(await client.call('getMe', {}, signal))
    const named = me?.account_name ?? me?.name ?? me?.display_name
    if (named === undefined) throw new SendError('rejected', 'getMe told no name')
    userName = named
    return named
  }

  return {
    name: 'zalo',
    bot,
    abilities: ABILITIES,
    get userName() {
      return userName
    },
    introduce: () => introduce(AbortSignal.timeout(timing.callMs)),
    async receive(store, stop) {
      const until = AbortSignal.any([stop, client.revoked])
      const around = { stop: until, timing, log }
      const within = () => AbortSignal.any([until, AbortSignal.timeout(timing.callMs)])
      // What people write waits for nobody's name: that is for links alone.
      const named = persist(() => introduce(within()), { what: 'getMe', ...around })
      await Promise.all([named, webhook ? keepWebhook(webhook, { client, ...around }) : poll(store, until)])
      // With a void token there is nothing to do but to wait: a channel that ended would be begun again at once.
      if (!stop.aborted) await once(stop, 'abort')
    },
    read: (payload) => read(bot, payload),
    send: (to, message, files = [], already = []) => send(to, message, files, already),
    download: (media) => download(media, downloading),
    webhook: webhook && ((request, store) => receiveWebhook(request, webhook.secret, store)),
    lastHeard: client.lastHeard,
  }
}

/** Several bots may share one address: each is told it with its own number. */
function addressedTo(bot: string, { url, secret }: WebhookAddress): WebhookAddress {
  const address = new URL(url)
  address.searchParams.set('bot', bot)
  return { url: address.href, secret }
}
