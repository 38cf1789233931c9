/** The one place that calls Zalo's Bot API. Whatever goes wrong comes out as a SendError, without token or text. */
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { type Agent, request as requestSecure } from 'node:https'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { parseBody } from '../webhook-request.ts'
import { fromPage, fromRefusal, isTimeout, toSendError } from './errors.ts'

/** All that exist and that we need: there is no edit, no upload, no button. */
type Method =
  | 'getMe'
  | 'getUpdates'
  | 'getWebhookInfo'
  | 'setWebhook'
  | 'deleteWebhook'
  | 'sendMessage'
  | 'sendPhoto'

export type Client = {
  /** Resolves with the method's `result`; rejects with SendError. `signal` ends the wait, and must at some time. */
  call(method: Method, parameters: object, signal: AbortSignal): Promise<unknown>
  /** Aborts when Zalo says that the token is void. From then on every call is refused here, until the next start. */
  readonly revoked: AbortSignal
  /** When Zalo last answered as it should. */
  lastHeard(): Date | null
}

export type ClientOptions = { token: string; apiRoot: string; agent: Agent }

const code = z.coerce.number().optional().catch(undefined)
const envelopeSchema = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  error_code: code,
  /** So it is spelt by some methods. */
  errorCode: code,
})

export function createClient({ token, apiRoot, agent }: ClientOptions): Client {
  const root = `${apiRoot.replace(/\/$/, '')}/bot${token}/`
  const secret = token.slice(token.indexOf(':') + 1)
  const revoked = new AbortController()
  let lastHeard: Date | null = null

  async function ask(method: Method, parameters: object, signal: AbortSignal): Promise<unknown> {
    if (revoked.signal.aborted) throw fromRefusal(401, 'the token is void')
    try {
      const response = await post(new URL(method, root), parameters, { agent, signal })
      return resultOf(response.statusCode ?? 0, await text(response), secret)
    } catch (error) {
      throw toSendError(error)
    }
  }

  return {
    async call(method, parameters, signal) {
      try {
        const result = await ask(method, parameters, signal)
        lastHeard = new Date()
        return result
      } catch (error) {
        if (isTimeout(error)) lastHeard = new Date()
        if (toSendError(error).failure === 'unauthorized') revoked.abort()
        throw error
      }
    },
    revoked: revoked.signal,
    lastHeard: () => lastHeard,
  }
}

/** Not by `fetch`: that knows neither the office's proxy nor whether a request ever left. */
function post(
  address: URL,
  parameters: object,
  { agent, signal }: { agent: Agent; signal: AbortSignal },
): Promise<IncomingMessage> {
  const secure = address.protocol === 'https:'
  const request = secure ? requestSecure : requestPlain
  const body = Buffer.from(JSON.stringify(parameters))
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  request(address, { method: 'POST', agent: secure ? agent : undefined, signal, headers }, resolve)
    .on('error', reject)
    .end(body)
  return promise
}

/** Zalo's errors come with status 200; only what is no answer of the Bot API at all is judged by its status. */
function resultOf(status: number, body: string, secret: string): unknown {
  const read = envelopeSchema.safeParse(parseBody(body))
  if (!read.success) throw fromPage(status)
  const { ok, result, description, error_code, errorCode } = read.data
  if (ok) return result
  throw fromRefusal(error_code ?? errorCode ?? status, description.replaceAll(secret, '[token]'))
}
