/** What a person sends from their phone, as the updates that the platform makes of it. */
import type { ApiContact, ApiMessage, ApiUpdate, Content, MessageUpdate } from './api-types.ts'
import { shown } from './chats.ts'
import { START_PAYLOAD } from './limits.ts'
import { act, type Owner } from './owner.ts'
import { keyboardMessage } from './screen.ts'

export type Writing = {
  /** Opens the chat, after a block too; `payload` is what an invitation link carries. */
  pressesStart(payload?: string): MessageUpdate
  types(text: string, options?: { replyTo?: ApiMessage }): MessageUpdate
  /** Corrects the text or caption of a message of their own. */
  edits(message: ApiMessage, text: string): ApiUpdate
  /** By the platform's own button. */
  sharesOwnNumber(phone: string): MessageUpdate
  /** Somebody's card from the address book; without `userId` it is not known who that is on the platform. */
  sharesContact(phone: string, userId?: number): MessageUpdate
  /** A card that was shared elsewhere; of the person themselves when `userId` is not given. */
  forwardsContact(phone: string, userId?: number): MessageUpdate
  sendsPhoto(bytes: Uint8Array, options?: { caption?: string }): MessageUpdate
  /** One update for each photo; the caption is on the first. */
  sendsAlbum(photos: Uint8Array[], options?: { caption?: string }): MessageUpdate[]
  sendsDocument(
    bytes: Uint8Array,
    options: { fileName: string; mimeType: string; caption?: string },
  ): MessageUpdate
  sendsVoice(): MessageUpdate
  sendsSticker(): MessageUpdate
  /** Anything else, in the API's own fields. */
  sends(content: Content): MessageUpdate
}

export function createWriting(owner: Owner, unblocks: () => void): Writing {
  const { platform, user, chat } = owner
  const { files, updates, clock } = platform

  function sends(content: Content): MessageUpdate {
    if (chat.standing !== 'open') throw new Error(`${user.first_name} has to press Start first`)
    act(owner)
    const message = shown(chat.add(user, content))
    return { ...updates.push({ message }), message }
  }

  const sharesCard = (phone_number: string, more: Partial<ApiContact>, around: Content = {}) =>
    sends({ ...around, contact: { phone_number, first_name: user.first_name, ...more } })

  return {
    sends,
    pressesStart(payload) {
      if (payload !== undefined && !START_PAYLOAD.test(payload)) {
        throw new Error(`The link of ${user.first_name} cannot carry "${payload}"`)
      }
      if (chat.standing === 'blocked') unblocks()
      if (chat.standing === 'never started') chat.standing = 'open'
      return sends(textContent(payload ? `/start ${payload}` : '/start'))
    },
    types: (text, { replyTo } = {}) =>
      sends({ ...textContent(text), ...(replyTo && { reply_to_message: shown(replyTo) }) }),
    edits(message, text) {
      const own = chat.find(message.message_id)
      if (own?.from.id !== user.id) throw new Error(`${user.first_name} can edit only what they wrote`)
      act(owner)
      const edited_message = chat.edit(own, own.text === undefined ? { caption: text } : textContent(text))
      return updates.push({ edited_message })
    },
    sharesOwnNumber(phone) {
      const asked = keyboardMessage(chat)
      return sharesCard(phone, { user_id: user.id }, asked && { reply_to_message: shown(asked) })
    },
    sharesContact: (phone, userId) =>
      sharesCard(phone, { first_name: 'Somebody', ...(userId && { user_id: userId }) }),
    forwardsContact: (phone, userId = user.id) =>
      sharesCard(
        phone,
        { user_id: userId },
        {
          forward_origin: { type: 'user', sender_user: user, date: Math.floor(clock().getTime() / 1000) },
        },
      ),
    sendsPhoto: (bytes, { caption } = {}) =>
      sends({ photo: files.keepPhoto(bytes), ...(caption && { caption }) }),
    sendsAlbum(photos, { caption } = {}) {
      const media_group_id = `138${user.id}${chat.timeline.length}`
      return photos.map((bytes, i) =>
        sends({
          media_group_id,
          photo: files.keepPhoto(bytes),
          ...(i === 0 && caption && { caption }),
        }),
      )
    },
    sendsDocument: (bytes, { fileName, mimeType, caption }) =>
      sends({
        document: files.keepDocument(bytes, { file_name: fileName, mime_type: mimeType }),
        ...(caption && { caption }),
      }),
    sendsVoice: () =>
      sends({
        voice: { ...files.keep(Buffer.from('OggS'), 'voice', 'oga'), duration: 3, mime_type: 'audio/ogg' },
      }),
    sendsSticker: () =>
      sends({
        sticker: {
          ...files.keep(Buffer.from('RIFF'), 'stickers', 'webp'),
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      }),
  }
}

/** A text, with the command in it marked as the platform marks it. */
function textContent(text: string): Content {
  const [command] = /^\/\w+(@\w+)?/.exec(text) ?? []
  return {
    text,
    entities: command ? [{ type: 'bot_command', offset: 0, length: command.length }] : undefined,
  }
}
