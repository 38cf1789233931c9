/** The one place that calls Telegram. Whatever goes wrong comes out as a SendError, without token or text. */
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { Telegram } from 'telegraf'
import type { Telegram as Methods, Opts } from 'telegraf/types'
import { createAgent } from '../agent.ts'
import { toSendError } from './errors.ts'
import { messagesSchema, type TelegramMessage } from './update.ts'
import { upload } from './upload.ts'

export type Client = {
  /** Calls a method of the Bot API; rejects with SendError. `signal` ends the wait, and must at some time. */
  call<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    signal: AbortSignal,
  ): Promise<ReturnType<Methods[M]>>
  /**
   * Calls a method that sends files; each may be a File or the id of one that Telegram has. Resolves with the messages
   * that carry them; rejects with SendError.
   */
  upload(method: FileMethod, payload: object, signal: AbortSignal): Promise<TelegramMessage[]>
  /** Opens a file that getFile named; resolves when the headers are there. */
  open(filePath: string, signal: AbortSignal): Promise<IncomingMessage>
  /** When a call last succeeded. */
  lastHeard(): Date | null
}

export type FileMethod = 'sendPhoto' | 'sendMediaGroup' | 'sendDocument'

/** telegraf's own type of a signal; the real one does, but its type differs in what nobody calls. */
type ShimSignal = NonNullable<Parameters<Telegram['callApi']>[2]>['signal'] & AbortSignal

export type ClientOptions = { token: string; apiRoot: string; proxy?: string }

export function createClient({ token, apiRoot, proxy }: ClientOptions): Client {
  // Without the slash at its end the last part of a root's path would be dropped.
  const root = apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`
  const secure = root.startsWith('https:')
  // telegraf takes no agent for a plain root (a local Bot API server); Node's own keeps alive too.
  const agent = secure ? createAgent(proxy) : undefined
  const telegram = new Telegram(token, { apiRoot: root, agent, webhookReply: false })
  let lastHeard: Date | null = null

  async function heard<T>(asking: Promise<T>): Promise<T> {
    try {
      const result = await asking
      lastHeard = new Date()
      return result
    } catch (error) {
      throw toSendError(error)
    }
  }

  return {
    call: (method, payload, signal) =>
      heard(telegram.callApi(method, payload, { signal: signal as ShimSignal })),
    upload(method, payload, signal) {
      const address = new URL(`./bot${token}/${method}`, root)
      return heard(upload(address, payload, { agent, signal }).then((result) => messagesSchema.parse(result)))
    },
    open(filePath, signal) {
      const get = secure ? getSecure : getPlain
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
      get(new URL(`./file/bot${token}/${filePath}`, root), { agent, signal }, resolve).on('error', reject)
      return promise
    },
    lastHeard: () => lastHeard,
  }
}
