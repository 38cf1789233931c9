/** The methods that change, remove or react to messages which are already in a chat. */
import { isDeepStrictEqual } from 'node:util'
import type { ApiMessage, Content, Entity, InlineKeyboard } from './api-types.ts'
import { type Chat, isInline, shown } from './chats.ts'
import { type Handler, handler } from './handler.ts'
import type { Platform } from './platform.ts'
import { badRequest } from './refusal.ts'

type OneMessage = { chat_id: number | string; message_id: number }
type Keyboard = { reply_markup?: InlineKeyboard }
type Text = { text: string; entities?: Entity[] }
type Caption = { caption?: string; caption_entities?: Entity[] }
type Reaction = { reaction?: { emoji?: string }[] }

/** Afterwards a message stays for ever; it can still be changed. */
const DELETABLE_SECONDS = 48 * 3600

export function editMethods({ bot, chats, clock }: Platform): Record<string, Handler> {
  /** The bot's own message to change. A message with a keyboard in place of the letters can never be changed. */
  const editable = ({ chat_id, message_id }: OneMessage): { chat: Chat; message: ApiMessage } => {
    const chat = chats.open(chat_id)
    const message = chat.find(message_id)
    if (!message) throw badRequest('message to edit not found')
    const { from, reply_markup } = message
    if (from.id !== bot.id || (reply_markup && !isInline(reply_markup))) {
      throw badRequest("message can't be edited")
    }
    return { chat, message }
  }

  return {
    editMessageText: handler(({ text, entities, reply_markup, ...which }: OneMessage & Text & Keyboard) => {
      const { chat, message } = editable(which)
      if (message.text === undefined) throw badRequest('there is no text in the message to edit')
      return change(chat, message, { text, entities: unlessEmpty(entities), reply_markup })
    }),
    editMessageCaption: handler(
      ({ caption, caption_entities, reply_markup, ...which }: OneMessage & Caption & Keyboard) => {
        const { chat, message } = editable(which)
        if (message.text !== undefined) throw badRequest('there is no caption in the message to edit')
        return change(chat, message, {
          caption: caption || undefined,
          caption_entities: unlessEmpty(caption_entities),
          reply_markup,
        })
      },
    ),
    editMessageReplyMarkup: handler(({ reply_markup, ...which }: OneMessage & Keyboard) => {
      const { chat, message } = editable(which)
      return change(chat, message, { reply_markup })
    }),
    deleteMessage: handler(({ chat_id, message_id }: OneMessage) => {
      const chat = chats.open(chat_id)
      const message = chat.find(message_id)
      if (!message) throw badRequest('message to delete not found')
      if (clock().getTime() / 1000 - message.date > DELETABLE_SECONDS) {
        throw badRequest("message can't be deleted")
      }
      return chat.remove(message_id)
    }),
    setMessageReaction: handler(({ chat_id, message_id, reaction = [] }: OneMessage & Reaction) => {
      const chat = chats.open(chat_id)
      if (!chat.find(message_id)) throw badRequest('message to react not found')
      chat.reactions.set(
        message_id,
        reaction.map(({ emoji = '?' }) => emoji),
      )
      return true
    }),
  }
}

const unlessEmpty = (entities: Entity[] | undefined) => (entities?.length ? entities : undefined)

function change(chat: Chat, message: ApiMessage, content: Content): ApiMessage {
  if (isDeepStrictEqual(said({ ...message, ...content }), said(message))) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same ' +
        'as a current content and reply markup of the message',
    )
  }
  return shown(chat.edit(message, content))
}

/** What an edit can change. A keyboard without buttons is none. */
const said = ({ text, entities, caption, caption_entities, reply_markup }: Content) => ({
  text,
  entities,
  caption,
  caption_entities,
  rows: reply_markup && isInline(reply_markup) ? reply_markup.inline_keyboard : [],
})
