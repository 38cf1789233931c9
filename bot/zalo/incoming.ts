/** Reads an update of Zalo in our words. */
import type { IncomingMessage } from '../../domain/message.ts'
import { updateSchema, type ZaloMessage } from './update.ts'

/** `bot` is the bot that got the update. Null for what means nothing to us; throws on what is no update. */
export function read(bot: string, payload: unknown): IncomingMessage | null {
  const { event_name, message } = updateSchema.parse(payload)
  if (!message || message.from.is_bot) return null
  const { from, chat } = message
  return {
    // The chat is the address: with a person it has the person's id, and it is what we can send to.
    from: { channel: 'zalo', bot, id: chat.id },
    displayName: from.display_name?.normalize('NFC') || undefined,
    isPrivate:
      chat.chat_type === undefined ? chat.id === from.id : chat.chat_type.toUpperCase() === 'PRIVATE',
    messageId: message.message_id,
    ...contentOf(event_name, message),
    sentAt: new Date(message.date),
  }
}

type Content = Pick<IncomingMessage, 'text' | 'media' | 'unsupported'>

/** Judged by what is there, whatever the event is called: names come and go. */
function contentOf(event: string, message: ZaloMessage): Content {
  const text = (message.text ?? message.caption)?.normalize('NFC') || undefined
  const photo = message.photo_url ?? message.photo
  if (photo) return { text, media: { kind: 'photo', ref: photo } }
  return text === undefined ? { unsupported: kindOf(event) } : { text }
}

/** "message.voice.received" is a voice message; files and videos come as "unsupported", without a word of what they were. */
function kindOf(event: string): string {
  const [, kind] = /^message\.(\w+)\.received$/.exec(event) ?? []
  return kind === undefined || kind === 'unsupported' ? 'file' : kind
}
