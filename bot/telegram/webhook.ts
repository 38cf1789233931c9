/** Takes updates that Telegram brings to us, and says "stored" only when they are. */
import type { StoreUpdates } from '../channel.ts'
import { isSecret, parseBody, readBody } from '../webhook-request.ts'
import { toRawUpdate } from './raw-update.ts'

const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token'

/** 401 without the secret, 413 too long, 400 no update, 503 when it could not be stored: then Telegram comes again. */
export async function receiveWebhook(
  request: Request,
  secret: string,
  store: StoreUpdates,
): Promise<Response> {
  if (!isSecret(request.headers.get(SECRET_HEADER), secret)) return new Response(null, { status: 401 })
  const body = await readBody(request)
  if (body === null) return new Response(null, { status: 413 })
  const update = toRawUpdate(parseBody(body))
  if (!update) return new Response(null, { status: 400 })
  try {
    await store([update])
  } catch {
    return new Response(null, { status: 503 })
  }
  return new Response(null, { status: 200 })
}
