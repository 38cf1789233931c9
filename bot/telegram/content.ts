/** What a message of Telegram holds: words, a phone number, a file, or something we cannot take. */
import type { IncomingMessage, MediaRef } from '../../domain/message.ts'
import type { TelegramMessage } from './update.ts'

type Content = Pick<
  IncomingMessage,
  'text' | 'startCode' | 'phone' | 'media' | 'albumId' | 'unsupported' | 'movedTo'
>

/** The fields in which Telegram puts what we cannot take. An animation is a document too, a venue a location. */
const UNSUPPORTED = [
  'voice',
  'video',
  'video_note',
  'audio',
  'animation',
  'sticker',
  'venue',
  'location',
  'poll',
  'dice',
  'game',
  'story',
  'checklist',
  'invoice',
  'giveaway',
  'paid_media',
  'rich_message',
]

/** Null when there is nothing for us: somebody pinned a message, changed a picture, joined a group. */
export function contentOf(message: TelegramMessage): Content | null {
  const text = (message.text ?? message.caption)?.normalize('NFC')
  const unsupported = UNSUPPORTED.find((kind) => message[kind] !== undefined)
  const content: Content = {
    text,
    startCode: text?.match(/^\/start(?:@\w+)?\s+(\S+)/)?.[1],
    phone: phoneOf(message),
    media: unsupported === undefined ? mediaOf(message) : undefined,
    albumId: message.media_group_id,
    unsupported,
    movedTo: message.migrate_to_chat_id === undefined ? undefined : String(message.migrate_to_chat_id),
  }
  return Object.values(content).some((part) => part !== undefined) ? content : null
}

/** A card from the address book, or one passed on, proves nothing about the sender. */
function phoneOf({ contact, from, forward_origin }: TelegramMessage): IncomingMessage['phone'] {
  if (!contact) return undefined
  const own = contact.user_id !== undefined && contact.user_id === from?.id && forward_origin === undefined
  return { number: contact.phone_number, own }
}

/** The largest picture, or the document. */
export function mediaOf({ photo = [], document }: TelegramMessage): MediaRef | undefined {
  const largest = photo.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  if (largest) return { kind: 'photo', ref: largest.file_id, byteSize: largest.file_size }
  if (!document) return undefined
  const fileName = document.file_name?.normalize('NFC')
  return { kind: 'document', ref: document.file_id, fileName, byteSize: document.file_size }
}
