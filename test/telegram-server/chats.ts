/** The chats of the bot: who may be written to, and every message with all its versions. */
import type { ApiChat, ApiMessage, ApiUser, Content, InlineKeyboard, ReplyMarkup } from './api-types.ts'
import { badRequest, Refusal } from './refusal.ts'

/** Where a person stands with the bot, and so what the platform answers to a message for them. */
type Standing = 'never started' | 'open' | 'blocked' | 'deactivated'

export type Chat = {
  readonly id: number
  about: ApiChat
  standing: Standing
  /** What is in the chat now, oldest first: of edited messages the newest version, of deleted ones nothing. */
  readonly messages: ApiMessage[]
  /** Every version of every message in the order in which they appeared. */
  readonly timeline: readonly ApiMessage[]
  /** Emoji of the bot by message id. */
  readonly reactions: Map<number, string[]>
  /** All versions of one message, the first one first. */
  versions(messageId: number): ApiMessage[]
  find(messageId: number): ApiMessage | undefined
  add(from: ApiUser, content: Content): ApiMessage
  /** Replaces what the message says; keys that are undefined go. */
  edit(message: ApiMessage, content: Content): ApiMessage
  /** False when there is no such message. */
  remove(messageId: number): boolean
  /** Calls back on every new version and every removal; answers with the way to stop that. */
  onChange(listener: () => void): () => void
}

export type Clock = () => Date

function createChat(about: ApiChat, clock: Clock): Chat {
  const current = new Map<number, ApiMessage>()
  const timeline: ApiMessage[] = []
  const listeners = new Set<() => void>()
  let lastId = 0

  const seconds = () => Math.floor(clock().getTime() / 1000)
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const show = (message: ApiMessage) => {
    current.set(message.message_id, message)
    timeline.push(message)
    changed()
    return message
  }

  const chat: Chat = {
    id: about.id,
    about,
    standing: 'never started',
    get messages() {
      return [...current.values()]
    },
    timeline,
    reactions: new Map(),
    versions: (messageId) => timeline.filter((version) => version.message_id === messageId),
    find: (messageId) => current.get(messageId),
    add(from, content) {
      lastId += 1
      return show({ message_id: lastId, from, chat: chat.about, date: seconds(), ...content })
    },
    edit: (message, content) => show({ ...message, ...content, edit_date: seconds() }),
    remove(messageId) {
      const removed = current.delete(messageId)
      if (removed) changed()
      return removed
    },
    onChange(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
  return chat
}

export type Chats = {
  /** The chat of an id, made when nobody knew it: then nobody has started it. */
  of(id: number): Chat
  /** The chat that takes messages; throws what the platform answers for those that do not. */
  open(id: number | string): Chat
}

export function createChats(clock: Clock): Chats {
  const chats = new Map<number, Chat>()
  const of = (id: number): Chat => {
    const known = chats.get(id)
    if (known) return known
    const about: ApiChat = id < 0 ? { id, type: 'group', title: `Group ${id}` } : { id, type: 'private' }
    const chat = createChat(about, clock)
    chats.set(id, chat)
    return chat
  }
  return {
    of,
    open(id) {
      const chat = chats.get(Number(id))
      switch (chat?.standing) {
        case 'open':
          return chat
        case 'blocked':
          throw new Refusal(403, 'Forbidden: bot was blocked by the user')
        case 'deactivated':
          throw new Refusal(403, 'Forbidden: user is deactivated')
        default:
          throw badRequest('chat not found')
      }
    },
  }
}

/** The message as the platform shows it in answers and updates: of keyboards only the inline ones. */
export function shown(message: ApiMessage): ApiMessage {
  if (!message.reply_markup || isInline(message.reply_markup)) return message
  const { reply_markup: _, ...rest } = message
  return rest
}

export const isInline = (markup: ReplyMarkup): markup is InlineKeyboard => 'inline_keyboard' in markup
