/** What Telegram's refusals and the network's failures mean to whoever sends. */
import { TelegramError } from 'telegraf'
import { hasNeverLeft } from '../agent.ts'
import { SendError, type SendFailure } from '../channel.ts'

/** Telegram rewords codes now and then (a 403 may come as 400): these texts have stayed. */
const BY_TEXT: [RegExp, SendFailure][] = [
  [/bot was blocked by the user/i, 'blocked'],
  [/user is deactivated|can't initiate conversation|chat not found/i, 'unreachable'],
  [/bot was kicked from|bot is not a member of/i, 'unreachable'],
  [/file is temporarily unavailable/i, 'retry'],
]

type NetworkError = Error & { code?: string; type?: string }

/** Reads any error of the client. The result's message holds no token and nothing that was sent. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error
  if (error instanceof TelegramError) return fromAnswer(error)
  const { code, type, name } = error as NetworkError
  // Never the error's own message: telegraf leaves the token in some of them.
  const what = code ?? type ?? name
  return new SendError(hasNeverLeft(what) ? 'retry' : 'unknown', redact(what))
}

function fromAnswer({ code, description, parameters }: TelegramError): SendError {
  const message = redact(`${code}: ${description}`)
  const movedTo = parameters?.migrate_to_chat_id
  if (movedTo !== undefined) return new SendError('moved', message, { movedTo: String(movedTo) })
  if (code === 429) return new SendError('retry', message, { retryAfterSeconds: parameters?.retry_after })
  if (code === 401 || code === 404) return new SendError('unauthorized', message)
  // The server broke off: whether it had sent the message before, nobody knows.
  if (code >= 500) return new SendError('unknown', message)
  const known = BY_TEXT.find(([text]) => text.test(description))
  return new SendError(known?.[1] ?? 'rejected', message)
}

/** An edit that changes nothing: what we wanted is there. */
export const isNotModified = (error: SendError): boolean => /message is not modified/i.test(error.message)

/** An edit of the text of a message that shows a file, or of the caption of one that shows none. */
export const isOtherKind = (error: SendError): boolean =>
  /there is no (text|caption) in the message to edit/i.test(error.message)

/** An id of a file that Telegram gave us before and does not know any more. */
export const isFileForgotten = (error: SendError): boolean =>
  /wrong (remote )?file[_ ]id/i.test(error.message)

/** Somebody else takes this bot's updates, by asking for them or by a webhook. */
export const isConflict = (error: SendError): boolean => error.message.startsWith('409')

/** Takes bot tokens out of a text. */
export const redact = (text: string): string => text.replace(/(\d+):[\w-]{3,}/g, '$1:[token]')
