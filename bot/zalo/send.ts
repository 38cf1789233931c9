/** Sends one message of ours, in as many of Zalo's as it takes: pictures by their links first, then the words. A document is a link in the words. */
import { z } from 'zod'
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { Address, OutgoingMessage } from '../../domain/message.ts'
import type { Translate } from '../../locales/i18n.ts'
import { SendError } from '../channel.ts'
import { numbered } from '../numbered.ts'
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

/** Resolves with the id of the last message; rejects with SendError. */
export type Send = (
  to: Address,
  message: OutgoingMessage,
  files: FileToSend[],
) => Promise<{ externalId: string }>

const sentSchema = z.looseObject({ message_id: z.coerce.string() })

/**
 * When one of several of Zalo's messages fails, those before it have arrived; whoever sends the whole again sends them
 * twice. Better than not at all.
 */
export function createSend({ client, publish, t, timing }: SendOptions): Send {
  async function sendText(chat_id: string, text: string): Promise<string> {
    const sent = await client.call('sendMessage', { chat_id, text }, AbortSignal.timeout(timing.callMs))
    return sentSchema.parse(sent).message_id
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
      return sentSchema.parse(await client.call('sendPhoto', { chat_id, photo, caption }, signal)).message_id
    } catch (error) {
      if (toSendError(error).failure === 'rejected') return null
      throw error
    }
  }

  async function deliver(chat: string, words: string, files: FileToSend[]): Promise<string> {
    const [only, ...more] = files
    if (only && isPicture(only) && more.length === 0 && words.length <= SAFE_LENGTH) {
      const sent = await sendPhoto(chat, only, words)
      return sent ?? sendTexts(chat, words, 1)
    }
    let elsewhere = 0
    const parts = [words]
    for (const file of files) {
      const link = isPicture(file) ? null : await published(file)
      if (link !== null) parts.push(t('zalo.document', { name: file.name, link }))
      else if (!isPicture(file) || (await sendPhoto(chat, file)) === null) elsewhere++
    }
    return sendTexts(chat, parts.join('\n\n'), elsewhere)
  }

  /** `elsewhere`: how many files of the message could not go with it. */
  async function sendTexts(chat: string, words: string, elsewhere: number): Promise<string> {
    const whole = elsewhere === 0 ? words : `${words}\n\n${t('zalo.fileElsewhere', { n: elsewhere })}`
    let last = ''
    for (const { text } of splitText(whole, [], SAFE_LENGTH)) last = await sendText(chat, text)
    return last
  }

  return async (to, message, files) => {
    try {
      return { externalId: await deliver(to.id, numbered(message).normalize('NFC'), files) }
    } catch (error) {
      throw toSendError(error)
    }
  }
}
