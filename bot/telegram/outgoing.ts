/** Puts the words and buttons of a message of ours into the fields of the Bot API. */
import type { InlineKeyboardMarkup, Opts, ReplyKeyboardMarkup } from 'telegraf/types'
import type { Address, Choice, Mark, OutgoingMessage } from '../../domain/message.ts'
import { splitText } from '../split-text.ts'

/** UTF-16 units. */
export const MAX_TEXT_LENGTH = 4096
/** UTF-16 units of what stands under a picture or a file. */
export const MAX_CAPTION_LENGTH = 1024

type ToChat = { chat_id: number; reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup }

/** A message of words alone. */
export type Text = ToChat & Pick<Opts<'sendMessage'>, 'text' | 'entities' | 'link_preview_options'>

/** What stands under a picture or a file; words or none. */
export type Caption = ToChat & Pick<Opts<'sendPhoto'>, 'caption' | 'caption_entities'>

/** A long text becomes several messages, the buttons under the last. */
export function toTexts(to: Address, message: OutgoingMessage): Text[] {
  return splitText(message.text, message.marks ?? [], MAX_TEXT_LENGTH).map(
    ({ text, marks }, index, all): Text => ({
      chat_id: Number(to.id),
      text,
      entities: toEntities(marks),
      link_preview_options: { is_disabled: true },
      reply_markup: index === all.length - 1 ? keyboardOf(message) : undefined,
    }),
  )
}

/** Null when the text is too long to stand under a file. */
export function toCaption(to: Address, message: OutgoingMessage): Caption | null {
  if (message.text.length > MAX_CAPTION_LENGTH) return null
  return {
    chat_id: Number(to.id),
    caption: message.text,
    caption_entities: toEntities(message.marks ?? []),
    reply_markup: keyboardOf(message),
  }
}

const toEntities = (marks: Mark[]) =>
  marks.map(({ start, length, style }) => ({ type: style, offset: start, length }))

function keyboardOf({ choices, askForPhone }: OutgoingMessage): ToChat['reply_markup'] {
  if (askForPhone !== undefined) return phoneKeyboard(askForPhone, choices ?? [])
  return choices && buttons(choices)
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
