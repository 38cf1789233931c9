/** What we look at in Telegram's updates. All else may be there and is let through: Telegram adds fields every month. */
import { z } from 'zod'

const user = z.looseObject({
  id: z.number(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
})
const chat = z.looseObject({ id: z.number(), type: z.string() })
const file = z.looseObject({
  file_id: z.string(),
  file_name: z.string().optional(),
  file_size: z.number().optional(),
})
const photoSize = z.looseObject({ ...file.shape, width: z.number(), height: z.number() })

const message = z.looseObject({
  message_id: z.number(),
  /** Seconds since 1970, as all of Telegram's times. */
  date: z.number(),
  edit_date: z.number().optional(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z.looseObject({ message_id: z.number() }).optional(),
  forward_origin: z.unknown().optional(),
  contact: z.looseObject({ phone_number: z.string(), user_id: z.number().optional() }).optional(),
  /** One picture in several sizes. */
  photo: z.array(photoSize).optional(),
  document: file.optional(),
  media_group_id: z.string().optional(),
  migrate_to_chat_id: z.number().optional(),
})

const press = z.looseObject({
  id: z.string(),
  from: user,
  /** Only id and a date of 0 when the message is too old for Telegram to show. */
  message: z.looseObject({ message_id: z.number(), date: z.number(), chat }).optional(),
  data: z.string().optional(),
})

/** What became of the bot in a chat: in a private one, whether the person blocked it. */
const membership = z.looseObject({
  from: user,
  chat,
  date: z.number(),
  new_chat_member: z.looseObject({ status: z.string() }),
})

/** What a method answers that sends files: the message, or all of an album. */
export const messagesSchema = z.union([z.array(message), message.transform((one) => [one])])

export const updateSchema = z.looseObject({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: press.optional(),
  my_chat_member: membership.optional(),
})

/** The kinds we ask Telegram for: those of the schema. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

export type TelegramUser = z.infer<typeof user>
export type TelegramChat = z.infer<typeof chat>
export type TelegramMessage = z.infer<typeof message>
export type TelegramPress = z.infer<typeof press>
export type TelegramMembership = z.infer<typeof membership>
