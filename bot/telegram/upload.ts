/** A call of the Bot API that carries files. telegraf's own uploads never end on the Node that runs us. */
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { type Agent, request as requestSecure } from 'node:https'
import { text } from 'node:stream/consumers'
import { TelegramError } from 'telegraf'
import { z } from 'zod'

const answerSchema = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true), result: z.unknown() }),
  z.looseObject({
    ok: z.literal(false),
    error_code: z.number(),
    description: z.string(),
    parameters: z
      .looseObject({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() })
      .optional(),
  }),
])

/** Not by `fetch`: that knows no agent, and so neither the office's proxy nor whether a request ever left. */
type Transport = { agent?: Agent; signal: AbortSignal }

/**
 * Resolves with the method's result. `payload` may hold a File wherever the method takes one. Rejects with what telegraf
 * would: a TelegramError, or the network's own.
 */
export async function upload(address: URL, payload: object, { agent, signal }: Transport): Promise<unknown> {
  const form = new Response(toForm(payload))
  const body = await form.bytes()
  const headers = { 'content-type': form.headers.get('content-type') ?? '', 'content-length': body.length }
  const request = address.protocol === 'https:' ? requestSecure : requestPlain
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  request(address, { method: 'POST', agent, signal, headers }, resolve).on('error', reject).end(body)
  return resultOf(await promise)
}

/** Everything but text goes as JSON; of a file within the JSON there stands the name of its field. */
function toForm(payload: object): FormData {
  const form = new FormData()
  let attachments = 0
  const attached = (_: string, value: unknown) => {
    if (!(value instanceof File)) return value
    const name = `file${++attachments}`
    form.set(name, value)
    return `attach://${name}`
  }
  for (const [name, value] of Object.entries(payload)) {
    if (value instanceof File || typeof value === 'string') form.set(name, value)
    else if (value !== undefined) form.set(name, JSON.stringify(value, attached))
  }
  return form
}

async function resultOf(response: IncomingMessage): Promise<unknown> {
  const { statusCode = 500, statusMessage = '' } = response
  const body = await text(response)
  // A proxy's page, or a server in trouble: whatever it says, it is no answer of Telegram's.
  if (statusCode >= 500) throw new TelegramError({ error_code: statusCode, description: statusMessage })
  const answer = answerSchema.parse(JSON.parse(body))
  if (answer.ok) return answer.result
  throw new TelegramError(answer)
}
