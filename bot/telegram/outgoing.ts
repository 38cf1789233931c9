/** Puts a message of ours into the words of the Bot API. */
import type { InlineKeyboardMarkup, Opts, ReplyKeyboardMarkup } from 'telegraf/types'
import type { Address, Choice, OutgoingMessage } from '../../domain/message.ts'
import { splitText } from './split-text.ts'

/** UTF-16 units. */
export const MAX_TEXT_LENGTH = 4096

type Body = Pick<Opts<'sendMessage'>, 'text' | 'entities' | 'link_preview_options'> & { chat_id: number }

/** One message to send or, with `message_id`, to put in that message's place. */
export type Part = Body &
  (
    | { message_id?: number; reply_markup?: InlineKeyboardMarkup }
    | { message_id?: undefined; reply_markup: ReplyKeyboardMarkup }
  )

/** A long text becomes several parts: what it replaces is replaced by the first, the buttons are under the last. */
export function toParts(
  to: Address,
  { text, marks, choices, askForPhone, replaces }: OutgoingMessage,
): Part[] {
  return splitText(text, marks ?? [], MAX_TEXT_LENGTH).map((part, index, all): Part => {
    const isLast = index === all.length - 1
    const body: Body = {
      chat_id: Number(to.id),
      text: part.text,
      entities: part.marks.map(({ start, length, style }) => ({ type: style, offset: start, length })),
      link_preview_options: { is_disabled: true },
    }
    // Telegram cannot put its button that shares the phone number under an earlier message: that is sent anew.
    if (isLast && askForPhone !== undefined) {
      return { ...body, reply_markup: phoneKeyboard(askForPhone, choices ?? []) }
    }
    const reply_markup = isLast && choices ? buttons(choices) : undefined
    const message_id = index === 0 && replaces !== undefined ? Number(replaces) : undefined
    return { ...body, message_id, reply_markup }
  })
}

const buttons = (choices: Choice[][]): InlineKeyboardMarkup => ({
  inline_keyboard: choices.map((row) =>
    row.map(({ label, value }) => ({ text: label, callback_data: value })),
  ),
})

/** Buttons in the place of the keyboard carry no values: pressing one types its label, which is understood as well. */
const phoneKeyboard = (label: string, choices: Choice[][]): ReplyKeyboardMarkup => ({
  keyboard: [
    [{ text: label, request_contact: true }],
    ...choices.map((row) => row.map((choice) => ({ text: choice.label }))),
  ],
  one_time_keyboard: true,
  resize_keyboard: true,
})
