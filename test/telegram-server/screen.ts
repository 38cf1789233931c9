/** A chat as it looks on a phone: words, buttons, and the keyboard in place of the letters. */
import type { ApiMessage, InlineButton, ReplyButton } from './api-types.ts'
import { type Chat, isInline } from './chats.ts'

/** The rows of buttons below a message. */
export const buttonRows = ({ reply_markup }: ApiMessage): InlineButton[][] =>
  reply_markup && isInline(reply_markup) ? reply_markup.inline_keyboard : []

/** The bot's message whose keyboard stands in place of the letters now, if one does. */
export function keyboardMessage({ messages }: Chat): ApiMessage | undefined {
  const index = messages.findLastIndex(
    ({ reply_markup: r }) => r && ('keyboard' in r || 'remove_keyboard' in r),
  )
  const message = messages[index]
  const markup = message?.reply_markup
  if (!markup || !('keyboard' in markup)) return undefined
  const isUsed = messages.slice(index).some(({ from }) => !from.is_bot)
  return markup.one_time_keyboard && isUsed ? undefined : message
}

/** The rows of the keyboard in place of the letters. */
export function keyboardRows(chat: Chat): ReplyButton[][] {
  const markup = keyboardMessage(chat)?.reply_markup
  return markup && 'keyboard' in markup ? markup.keyboard : []
}

/** Everything that the person sees, oldest first. */
export function screenOf(chat: Chat): string {
  const lines = chat.messages.flatMap((message) => {
    const reactions = chat.reactions.get(message.message_id)?.join('') ?? ''
    const from = message.from.is_bot ? 'bot' : message.from.first_name
    const words = [wordsOf(message), reactions].filter(Boolean).join(' ')
    return [`${from} #${message.message_id}: ${words}`, ...buttonRows(message).map(rowLine)]
  })
  const keyboard = keyboardRows(chat)
  return [...lines, ...(keyboard.length > 0 ? ['keyboard:', ...keyboard.map(rowLine)] : [])].join('\n')
}

const rowLine = (row: { text: string }[]) => `  ${row.map(({ text }) => `[${text}]`).join(' ')}`

/** Text or caption. */
export const textOf = ({ text, caption }: ApiMessage): string => text ?? caption ?? ''

const KINDS = ['photo', 'document', 'voice', 'sticker', 'location', 'contact'] as const

function wordsOf(message: ApiMessage): string {
  const kind = KINDS.find((kind) => message[kind])
  const phone = message.contact?.phone_number
  const marks = [kind && `(${kind})`, phone, textOf(message), message.edit_date && '(edited)']
  return marks.filter(Boolean).join(' ')
}
