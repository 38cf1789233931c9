/** The methods that put new messages into a chat. */
import type { ApiMessage, Content, Entity, ReplyMarkup } from './api-types.ts'
import { type Chat, shown } from './chats.ts'
import { type Handler, handler } from './handler.ts'
import type { Platform } from './platform.ts'
import { badRequest } from './refusal.ts'
import { sentDocument, sentPhoto } from './sent-files.ts'
import type { Upload } from './uploads.ts'

type ToChat = { chat_id: number | string; reply_parameters?: ReplyTo; reply_markup?: ReplyMarkup }
type ReplyTo = { message_id: number; allow_sending_without_reply?: boolean }
type Text = { text: string; entities?: Entity[] }
type Captioned = { caption?: string; caption_entities?: Entity[] }
type AlbumItem = Captioned & { type: string; media: string }

export function sendMethods({ bot, chats, files }: Platform): Record<string, Handler> {
  const put = (chat: Chat, to: Omit<ToChat, 'chat_id'>, content: Content): ApiMessage => {
    const reply = repliedTo(chat, to.reply_parameters)
    return shown(
      chat.add(bot, {
        ...content,
        ...(reply && { reply_to_message: reply }),
        ...(to.reply_markup && { reply_markup: to.reply_markup }),
      }),
    )
  }

  return {
    sendMessage: handler(({ chat_id, text, entities, ...to }: ToChat & Text) =>
      put(chats.open(chat_id), to, { text, ...(entities?.length && { entities }) }),
    ),
    sendPhoto: handler(({ chat_id, photo, ...p }: ToChat & Captioned & { photo: Upload | string }) => {
      const chat = chats.open(chat_id)
      return put(chat, p, { photo: sentPhoto(photo, files), ...captionOf(p) })
    }),
    sendDocument: handler(
      ({ chat_id, document, ...p }: ToChat & Captioned & { document: Upload | string }) => {
        const chat = chats.open(chat_id)
        return put(chat, p, { document: sentDocument(document, files), ...captionOf(p) })
      },
    ),
    sendMediaGroup: handler(({ chat_id, media, ...to }: ToChat & { media: AlbumItem[] }, call) => {
      const chat = chats.open(chat_id)
      const contents = media.map((item): Content => {
        const file = attached(item.media, call.files)
        if (item.type === 'photo') return { photo: sentPhoto(file, files), ...captionOf(item) }
        if (item.type === 'document') return { document: sentDocument(file, files), ...captionOf(item) }
        throw badRequest(`albums of ${item.type} are not kept here`)
      })
      const media_group_id = `139${chat.id}${chat.timeline.length}`
      return contents.map((content) => put(chat, to, { ...content, media_group_id }))
    }),
    sendChatAction: handler(({ chat_id }: ToChat) => chats.open(chat_id) !== undefined),
  }
}

const captionOf = ({ caption, caption_entities }: Captioned): Content => ({
  ...(caption && { caption }),
  ...(caption_entities?.length && { caption_entities }),
})

/** The file that `attach://name` speaks of; other texts are ids and addresses. */
function attached(media: string, files: ReadonlyMap<string, Upload>): Upload | string {
  if (!media.startsWith('attach://')) return media
  const file = files.get(media.slice('attach://'.length))
  if (!file) throw badRequest(`file "${media}" was not attached`)
  return file
}

function repliedTo(chat: Chat, reply: ReplyTo | undefined): ApiMessage | undefined {
  if (!reply) return undefined
  const message = chat.find(reply.message_id)
  if (message) {
    const { reply_to_message: _, ...withoutOlder } = shown(message)
    return withoutOlder
  }
  if (reply.allow_sending_without_reply) return undefined
  throw badRequest('message to be replied not found')
}
