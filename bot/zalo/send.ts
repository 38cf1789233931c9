/** Sends one message of ours, in as many of Zalo's as it takes: pictures by their links first, then the words. A document is a link in the words. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { Address, OutgoingMessage } from '../../domain/message.ts'
import type { Translate } from '../../locales/i18n.ts'
import { SendError, type SentAs } from '../channel.ts'
import { numbered } from '../numbered.ts'
import { createParts, type Parts } from '../parts.ts'
import { splitText } from '../split-text.ts'
import type { Client } from './client.ts'
import { toSendError } from './errors.ts'
import type { Timing } from './timing.ts'

/** UTF-16 units that Zalo takes, of a text and of what stands under a picture. */
export const MAX_TEXT_LENGTH = 2000
/** Nobody knows how Zalo counts its 2,000, so we stay below. */
const SAFE_LENGTH = 1900
/** What every phone shows; what else Zalo takes is not written down. */
const PICTURES = new Set(['image/jpeg', 'image/png'])
const isPicture = ({ contentType }: FileToSend): boolean => PICTURES.has(contentType)

/** Puts a file where the internet can fetch it, more than once; resolves with its link. */
export type Publish = (file: FileToSend) => Promise<string>

export type SendOptions = {
  client: Client
  /** Unset: the office has no public address, and people are told where to see the file. */
  publish?: Publish
  t: Translate
  timing: Pick<Timing, 'callMs' | 'photoMs'>
}

/** Rejects with SendError. */
export type Send = (
  to: Address,
  message: OutgoingMessage,
  files: FileToSend[],
  already: readonly string[],
) => Promise<SentAs>

/** Without an id it was taken all the same: an answer that says "ok" must not lead to a second message. */
const sentSchema = z
  .looseObject({ message_id: z.union([z.string().min(1), z.number()]).transform(String) })
  .transform(({ message_id }) => message_id)
  .catch(() => `unnamed-${randomUUID()}`)

/** A message on its way to a chat. */
type Going = { chat: string; parts: Parts }

export function createSend({ client, publish, t, timing }: SendOptions): Send {
  async function sendText(chat_id: string, text: string): Promise<string> {
    const sent = await client.call('sendMessage', { chat_id, text }, AbortSignal.timeout(timing.callMs))
    return sentSchema.parse(sent)
  }

  /** Resolves with the file's link; null where the office has no public address. */
  async function published(file: FileToSend): Promise<string | null> {
    if (!publish) return null
    return publish(file).catch(() => {
      throw new SendError('retry', 'the file could not be published')
    })
  }

  /** Null when Zalo will not take it: its fetcher is refused by some hosts, or the picture by Zalo. */
  async function sendPhoto(chat_id: string, file: FileToSend, caption?: string): Promise<string | null> {
    const photo = await published(file)
    if (photo === null) return null
    try {
      const signal = AbortSignal.timeout(timing.photoMs)
      return sentSchema.parse(await client.call('sendPhoto', { chat_id, photo, caption }, signal))
    } catch (error) {
      if (toSendError(error).failure === 'rejected') return null
      throw error
    }
  }

  /** Sends a part, unless it is through; resolves with false when Zalo will not take it. */
  async function part({ parts }: Going, send: () => Promise<string | null>): Promise<boolean> {
    const [before] = parts.passed(1)
    if (before !== undefined) return before !== ''
    const id = await send()
    parts.add(id ?? '')
    return id !== null
  }

  async function deliver(going: Going, words: string, files: FileToSend[]): Promise<void> {
    const { chat } = going
    const [only, ...more] = files
    if (only && isPicture(only) && more.length === 0 && words.length <= SAFE_LENGTH) {
      if (!(await part(going, () => sendPhoto(chat, only, words)))) await sendTexts(going, words, 1)
      return
    }
    let elsewhere = 0
    const paragraphs = [words]
    for (const file of files) {
      const link = isPicture(file) ? null : await published(file)
      if (link !== null) paragraphs.push(t('zalo.document', { name: file.name, link }))
      else if (!isPicture(file) || !(await part(going, () => sendPhoto(chat, file)))) elsewhere++
    }
    await sendTexts(going, paragraphs.join('\n\n'), elsewhere)
  }

  /** `elsewhere`: how many files of the message could not go with it. */
  async function sendTexts(going: Going, words: string, elsewhere: number): Promise<void> {
    const whole = elsewhere === 0 ? words : `${words}\n\n${t('zalo.fileElsewhere', { n: elsewhere })}`
    for (const { text } of splitText(whole, [], SAFE_LENGTH))
      await part(going, () => sendText(going.chat, text))
  }

  return async (to, message, files, already) => {
    const parts = createParts(already)
    try {
      await deliver({ chat: to.id, parts }, numbered(message).normalize('NFC'), files)
      return parts.sentAs()
    } catch (error) {
      throw parts.failure(toSendError(error))
    }
  }
}
