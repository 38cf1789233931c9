/** Telegram, as the channel contract wants it. */
import type { Log } from '../../domain/log.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { Abilities, Channel, StoreUpdates } from '../channel.ts'
import { MENU } from '../commands.ts'
import { createClient } from './client.ts'
import { download, MAX_FILE_SIZE } from './download.ts'
import { toSendError } from './errors.ts'
import { read } from './incoming.ts'
import { MAX_TEXT_LENGTH } from './outgoing.ts'
import { persist } from './persist.ts'
import { poll } from './polling.ts'
import { createPressAnswers } from './press-answers.ts'
import { createSend } from './send.ts'
import { TIMING, type Timing } from './timing.ts'
import { receiveWebhook } from './webhook.ts'
import { keepWebhook, type WebhookAddress } from './webhook-address.ts'

export type TelegramOptions = {
  /** As BotFather gave it: the bot's number, a colon, the secret. */
  token: string
  apiRoot: string
  /** URL of an HTTP proxy; used for an `https:` root only. */
  proxy?: string
  /** Set: Telegram brings updates there. Unset: we ask for them. */
  webhook?: WebhookAddress
  log: Log
  /** Words the menu. */
  t: Translate
  timing?: Partial<Timing>
}

const ABILITIES: Abilities = {
  buttons: true,
  editing: true,
  albums: true,
  documents: true,
  startPayload: true,
  phoneSharing: true,
  maxTextLength: MAX_TEXT_LENGTH,
  maxFileSize: MAX_FILE_SIZE,
}

export function createTelegram({ log, t, ...options }: TelegramOptions): Channel {
  const timing = { ...TIMING, ...options.timing }
  const bot = options.token.split(':', 1)[0] ?? ''
  const webhook = options.webhook && addressedTo(bot, options.webhook)
  const client = createClient(options)
  const send = createSend(client, timing)
  const presses = createPressAnswers(client, timing.pressMs, log)
  let userName: string | undefined

  /** Stores first, then stops the buttons' spinning. */
  const storing =
    (store: StoreUpdates): StoreUpdates =>
    async (updates) => {
      await store(updates)
      presses.answer(updates.map(({ payload }) => payload))
    }

  const within = (stop: AbortSignal) => AbortSignal.any([stop, AbortSignal.timeout(timing.callMs)])

  async function introduce(signal: AbortSignal): Promise<string> {
    const me = await client.call('getMe', {}, signal)
    userName = me.username
    return me.username
  }

  async function setMenu(stop: AbortSignal): Promise<void> {
    const commands = MENU.map((command) => ({ command, description: t(`menu.${command}`) }))
    try {
      await client.call('setMyCommands', { commands }, within(stop))
    } catch (error) {
      log('menu_not_set', { reason: toSendError(error).message })
    }
  }

  return {
    name: 'telegram',
    bot,
    abilities: ABILITIES,
    get userName() {
      return userName
    },
    introduce: () => introduce(AbortSignal.timeout(timing.callMs)),
    async receive(store, stop) {
      if (!(await persist(() => introduce(within(stop)), { what: 'getMe', stop, timing, log }))) return
      const around = { client, stop, timing, log }
      const receiving = webhook
        ? keepWebhook({ ...around, webhook })
        : poll({ ...around, store: storing(store) })
      await Promise.all([setMenu(stop), receiving])
      await presses.settled()
    },
    read: (payload) => read(bot, payload),
    send: (to, message, files = [], already = []) => send(to, message, files, already),
    download: (media) => download(client, media, timing.downloadMs),
    webhook: webhook && ((request, store) => receiveWebhook(request, webhook.secret, storing(store))),
    lastHeard: client.lastHeard,
  }
}

/** Several bots may share one address: each is told it with its own number. */
function addressedTo(bot: string, { url, secret }: WebhookAddress): WebhookAddress {
  const address = new URL(url)
  address.searchParams.set('bot', bot)
  return { url: address.href, secret }
}
