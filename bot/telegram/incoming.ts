/** Reads an update of Telegram in our words. */
import type { Address, IncomingMessage } from '../../domain/message.ts'
import { contentOf } from './content.ts'
import {
  type TelegramChat,
  type TelegramMembership,
  type TelegramMessage,
  type TelegramPress,
  type TelegramUser,
  updateSchema,
} from './update.ts'

/** `bot` is the bot that got the update. Null for what means nothing to us; throws on what is no update. */
export function read(bot: string, payload: unknown): IncomingMessage | null {
  const update = updateSchema.parse(payload)
  if (update.message) return readMessage(bot, update.message)
  if (update.edited_message) return readMessage(bot, update.edited_message, true)
  if (update.callback_query) return readPress(bot, update.callback_query)
  if (update.my_chat_member) return readMembership(bot, update.my_chat_member)
  return null
}

function readMessage(bot: string, message: TelegramMessage, edited?: true): IncomingMessage | null {
  const content = contentOf(message)
  if (!content) return null
  return {
    ...sender(bot, message.chat, message.from),
    ...content,
    messageId: String(message.message_id),
    repliesTo: message.reply_to_message && String(message.reply_to_message.message_id),
    edited,
    sentAt: timeOf(message.edit_date ?? message.date),
  }
}

function readPress(bot: string, { message, data, from }: TelegramPress): IncomingMessage | null {
  // Games and messages sent through other people's chats have buttons too; we make neither.
  if (!message || data === undefined) return null
  return {
    ...sender(bot, message.chat, from),
    messageId: String(message.message_id),
    choice: data,
    // Telegram does not say when a button was pressed; its message's time is the nearest it gives.
    sentAt: timeOf(message.date),
  }
}

function readMembership(bot: string, change: TelegramMembership): IncomingMessage | null {
  const { status } = change.new_chat_member
  if (status !== 'kicked' && status !== 'member') return null
  return {
    ...sender(bot, change.chat, change.from),
    messageId: '',
    reachability: status === 'kicked' ? 'blocked' : 'reachable',
    sentAt: timeOf(change.date),
  }
}

type Sender = { from: Address; displayName?: string; isPrivate: boolean }

/** The chat is the address: with a person it has the person's id, and it is what we can send to. */
function sender(bot: string, chat: TelegramChat, user?: TelegramUser): Sender {
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(' ').normalize('NFC')
  return {
    from: { channel: 'telegram', bot, id: String(chat.id) },
    displayName: name === '' ? undefined : name,
    isPrivate: chat.type === 'private',
  }
}

const timeOf = (seconds: number): Date => new Date(seconds * 1_000)
