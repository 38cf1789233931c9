/** Puts new words in the place of an earlier message of ours. */
import type { InlineKeyboardMarkup } from 'telegraf/types'
import type { SendError } from '../channel.ts'
import type { Client } from './client.ts'
import { isNotModified, isOtherKind, toSendError } from './errors.ts'
import { MAX_CAPTION_LENGTH, type Text } from './outgoing.ts'
import { hasWords, type Post } from './posts.ts'

/** Where the earlier message is, and the buttons of the new one. */
type Place = { message_id: number; reply_markup: InlineKeyboardMarkup | undefined }

/**
 * The first of these posts that has words takes the place; their files are not sent again, for they stand beside the
 * earlier words. Resolves with the message's id, or with null when all must be sent anew: because the earlier message is
 * gone, or because words alone cannot become words under a file, or the reverse; then the earlier message is deleted.
 * Rejects with SendError for whatever may pass; trying again is safe.
 */
export async function replace(
  client: Client,
  posts: Post[],
  message_id: number,
  callMs: number,
): Promise<number | null> {
  const within = () => AbortSignal.timeout(callMs)
  const post = posts.find(hasWords)
  const reply_markup = post?.payload.reply_markup
  // Telegram cannot put its button that shares the phone number under an earlier message.
  if (!post || (reply_markup && !('inline_keyboard' in reply_markup))) return null
  const place: Place = { message_id, reply_markup }

  const refused = await refusalOf(
    post.method === 'sendMessage'
      ? client.call('editMessageText', { ...post.payload, ...place }, within())
      : client.call('editMessageCaption', { ...post.payload, ...place }, within()),
  )
  if (!refused) return message_id
  if (!isOtherKind(refused)) return null
  const { chat_id } = post.payload
  const remains = await refusalOf(client.call('deleteMessage', { chat_id, message_id }, within()))
  if (!remains || post.method !== 'sendMessage') return null

  // After 48 hours a message cannot be deleted, but nobody shall go on reading under its file what was taken back.
  const caption = posts.length === 1 ? captionOf(post.payload) : null
  const change = caption ? { ...caption, ...place } : { chat_id, message_id, caption: '' }
  const refusedToo = await refusalOf(client.call('editMessageCaption', change, within()))
  return caption && !refusedToo ? message_id : null
}

/** After 48 hours Telegram lets it stand. Rejects with SendError for what may pass; trying again is safe. */
export async function remove(
  client: Client,
  chat_id: number,
  message_id: number,
  callMs: number,
): Promise<void> {
  await refusalOf(client.call('deleteMessage', { chat_id, message_id }, AbortSignal.timeout(callMs)))
}

/** Null when the text is too long to stand under a file. */
function captionOf({ chat_id, text, entities }: Text) {
  return text.length > MAX_CAPTION_LENGTH ? null : { chat_id, caption: text, caption_entities: entities }
}

/** Why Telegram will never do it; null when it is done, or was already. Rejects with SendError for what may pass. */
async function refusalOf(call: Promise<unknown>): Promise<SendError | null> {
  try {
    await call
    return null
  } catch (error) {
    const failure = toSendError(error)
    if (isNotModified(failure)) return null
    if (failure.failure !== 'rejected') throw failure
    return failure
  }
}
