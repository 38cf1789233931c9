/** Takes updates that Telegram brings to us, and says "stored" only when they are. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { StoreUpdates } from '../channel.ts'
import { toRawUpdate } from './raw-update.ts'

/** Far more than any update has. */
const MOST_BYTES = 1024 * 1024
const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token'

/** 401 without the secret, 413 too long, 400 no update, 503 when it could not be stored: then Telegram comes again. */
export async function receiveWebhook(
  request: Request,
  secret: string,
  store: StoreUpdates,
): Promise<Response> {
  if (!isSecret(request.headers.get(SECRET_HEADER) ?? '', secret)) return new Response(null, { status: 401 })
  const body = await readBody(request)
  if (body === null) return new Response(null, { status: 413 })
  const update = toRawUpdate(parse(body))
  if (!update) return new Response(null, { status: 400 })
  try {
    await store([update])
  } catch {
    return new Response(null, { status: 503 })
  }
  return new Response(null, { status: 200 })
}

/** Takes as long for a nearly right secret as for a wrong one. */
function isSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

/** Null when it is too long; then the rest is not read. */
async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
