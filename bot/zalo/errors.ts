/** What Zalo's refusals and the network's failures mean to whoever sends. */
import { hasNeverLeft } from '../agent.ts'
import { SendError, type SendFailure } from '../channel.ts'

/** Zalo does not say for how long; it may also be the month's last message, and then it stays so. */
const THROTTLED_SECONDS = 30

/** Nobody has written down what a blocked or unknown chat answers: these are what such refusals would have to say. */
const BY_TEXT: [RegExp, SendFailure][] = [
  [/block/i, 'blocked'],
  [/\b(chat|user|recipient)/i, 'unreachable'],
]

/** A refusal of the Bot API itself. `description` must hold no token. */
export function fromRefusal(code: number, description: string): SendError {
  const message = `${code}: ${description}`
  if (code === 401) return new SendError('unauthorized', message)
  if (code === 429) return throttled(message)
  // 403 is Zalo's word for an error of its own, not for a right that we lack.
  if (code === 403 || code === 408 || code >= 500) return new SendError('retry', message)
  const known = BY_TEXT.find(([text]) => text.test(description))
  return new SendError(known?.[1] ?? 'rejected', message)
}

/** A page in place of an answer: the request did not come past the edge of Zalo's network, unless the edge waited in vain. */
export function fromPage(status: number): SendError {
  const message = `a page with status ${status}`
  if (status === 429) return throttled(message)
  return new SendError(status >= 400 && status !== 504 ? 'retry' : 'unknown', message)
}

/** Reads any other error. The result's message holds no address, so no token, and nothing that was sent. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error
  const { code, name } = error as NodeJS.ErrnoException
  const what = code ?? name ?? 'unknown'
  return new SendError(hasNeverLeft(what) ? 'retry' : 'unknown', what)
}

const throttled = (message: string) =>
  new SendError('retry', message, { retryAfterSeconds: THROTTLED_SECONDS })

/** In answer to getUpdates: nobody wrote, which is no failure. */
export const isTimeout = (error: unknown): boolean => hasCode(error, 408)

/** In answer to getWebhookInfo: none is set. */
export const isNotFound = (error: unknown): boolean => hasCode(error, 404)

const hasCode = (error: unknown, code: number): boolean =>
  error instanceof SendError && error.message.startsWith(`${code}:`)
