/** The Bot API's shapes that this server makes itself. What a bot sends is checked against bot-api.json instead. */

export type ApiUser = {
  id: number
  is_bot: boolean
  first_name: string
  username?: string
  language_code?: string
}

export type ApiChat = {
  id: number
  type: 'private' | 'group'
  title?: string
  first_name?: string
  username?: string
}

/** Offset and length in UTF-16 units. */
export type Entity = { type: string; offset: number; length: number; url?: string }

export type InlineButton = {
  text: string
  callback_data?: string
  url?: string
  copy_text?: { text: string }
}

export type InlineKeyboard = { inline_keyboard: InlineButton[][] }

export type ReplyButton = { text: string; request_contact?: boolean }

type ReplyKeyboard = {
  keyboard: ReplyButton[][]
  one_time_keyboard?: boolean
  input_field_placeholder?: string
}

export type ReplyMarkup =
  | InlineKeyboard
  | ReplyKeyboard
  | { remove_keyboard: boolean }
  | { force_reply: boolean; input_field_placeholder?: string }

export type ApiFile = { file_id: string; file_unique_id: string; file_size: number }
export type ApiPhotoSize = ApiFile & { width: number; height: number }
export type ApiDocument = ApiFile & { file_name?: string; mime_type?: string }
export type ApiContact = { phone_number: string; first_name: string; user_id?: number }

/** What a message says; exactly the fields it has are set. */
export type Content = {
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: ApiPhotoSize[]
  document?: ApiDocument
  voice?: ApiFile & { duration: number; mime_type?: string }
  sticker?: ApiFile & StickerKind
  location?: { latitude: number; longitude: number }
  contact?: ApiContact
  media_group_id?: string
  reply_to_message?: ApiMessage
  forward_origin?: { type: 'user'; sender_user: ApiUser; date: number }
  /** As the bot sent it; answers of the server and updates carry inline keyboards alone, as the platform's do. */
  reply_markup?: ReplyMarkup
}

type StickerKind = {
  type: 'regular'
  width: number
  height: number
  is_animated: boolean
  is_video: boolean
  emoji?: string
}

/** One version of a message, never changed: an edit makes a new one. Dates in seconds since 1970. */
export type ApiMessage = Content & {
  message_id: number
  from: ApiUser
  chat: ApiChat
  date: number
  edit_date?: number
}

type CallbackQuery = {
  id: string
  from: ApiUser
  /** With `date` 0 when the message is deleted. */
  message: ApiMessage | { chat: ApiChat; message_id: number; date: 0 }
  chat_instance: string
  data: string
}

/** One update as the bot gets it; other kinds than these come only from `server.push`. */
export type ApiUpdate = {
  update_id: number
  message?: ApiMessage
  edited_message?: ApiMessage
  callback_query?: CallbackQuery
  my_chat_member?: { chat: ApiChat; from: ApiUser } & Record<string, unknown>
  [kind: string]: unknown
}

/** An update before the server gave it a number. */
export type UpdateContent = Omit<ApiUpdate, 'update_id'>
export type MessageUpdate = ApiUpdate & { message: ApiMessage }

export type ResponseParameters = { retry_after?: number; migrate_to_chat_id?: number }

/** The body of every answer of the Bot API. */
export type ApiAnswer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: ResponseParameters }
