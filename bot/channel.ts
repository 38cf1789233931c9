/** THE CONTRACT: what every messaging platform fulfils. Nothing outside bot/<platform>/ knows more than this. */
import type { FileToSend } from '../db/messages/outgoing-files.ts'
import type { Address, ChannelName, IncomingMessage, MediaRef, OutgoingMessage } from '../domain/message.ts'

/** What a platform can do, declared so that no other code asks "is this Telegram?". */
export type Abilities = {
  buttons: boolean
  /** A sent message can be changed in place. */
  editing: boolean
  /** Invitation links may carry a code. */
  startPayload: boolean
  /** The platform has a button by which a person shares their own number. */
  phoneSharing: boolean
  /** Photos sent together say so. */
  albums: boolean
  /** People can send documents, and not only photos. */
  documents: boolean
  /** UTF-16 units one message may have. */
  maxTextLength: number
  /** Bytes one downloaded file may have. */
  maxFileSize: number
}

/**
 * Why a message did not go out, as far as the sender must know:
 * `retry` wait and send again · `rejected` the platform will never take it · `blocked` the person blocked us ·
 * `unreachable` the person never started the bot, or is gone · `window_closed` too long since they wrote ·
 * `moved` the chat has a new id · `unauthorized` the token is void · `unknown` it left us and may have arrived.
 */
export type SendFailure =
  | 'retry'
  | 'rejected'
  | 'blocked'
  | 'unreachable'
  | 'window_closed'
  | 'moved'
  | 'unauthorized'
  | 'unknown'

/** The only error `Channel.send` rejects with. Its message holds no token and no text of the message. */
export class SendError extends Error {
  readonly failure: SendFailure
  /** Seconds until the platform takes messages again; set when it said so, and then it holds for the whole bot. */
  readonly retryAfterSeconds?: number
  /** The chat's new id, with `moved`. */
  readonly movedTo?: string
  /** The parts that are through, of this try and of those before: what the next try is told as `already`. */
  readonly through: readonly string[]

  constructor(
    failure: SendFailure,
    message: string,
    more: { retryAfterSeconds?: number; movedTo?: string; through?: readonly string[] } = {},
  ) {
    super(message)
    this.name = 'SendError'
    this.failure = failure
    this.retryAfterSeconds = more.retryAfterSeconds
    this.movedTo = more.movedTo
    this.through = more.through ?? []
  }
}

/** One thing a platform told us, as it came. `chat` groups what must be handled in order. */
export type RawUpdate = { externalId: string; chat: string; payload: unknown }

/** Keeps updates durably; resolves only when they are safe. The channel confirms nothing before that. */
export type StoreUpdates = (updates: RawUpdate[]) => Promise<void>

/** What the platform calls a message of ours. */
export type SentAs = { externalId: string; otherIds?: string[] }

export interface Channel {
  readonly name: ChannelName
  /** The bot's own identifier on the platform, without its secret: part of every address. */
  readonly bot: string
  /** The name in invitation links, once known. */
  readonly userName?: string
  readonly abilities: Abilities
  /** Asks the platform who this bot is: the name in invitation links. Rejects with SendError. */
  introduce(): Promise<string>
  /** Receives until `stop`, through every trouble of the network; resolves when nothing is in hand any more. */
  receive(store: StoreUpdates, stop: AbortSignal): Promise<void>
  /** Reads a stored update in our words; null for kinds that mean nothing to us. Pure; throws on nonsense. */
  read(payload: unknown): IncomingMessage | null
  /**
   * Resolves with the id of the platform's message that carries the buttons, and with those of the others it took;
   * rejects with SendError and with nothing else. `files` are the bytes of the message's own; pictures are shown, other files offered.
   * `already`: what an earlier try of the same message said is `through`, which does not go out again.
   */
  send(
    to: Address,
    message: OutgoingMessage,
    files?: FileToSend[],
    already?: readonly string[],
  ): Promise<SentAs>
  /** The bytes of a file somebody sent; rejects with SendError. */
  download(media: MediaRef): Promise<Uint8Array>
  /** For platforms that call us: answers 401 on a wrong secret before reading the body. */
  webhook?(request: Request, store: StoreUpdates): Promise<Response>
  /** When the platform last answered; health and the watchdog ask. */
  lastHeard(): Date | null
}
