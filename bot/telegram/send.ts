/** Sends one message of ours, in as many of Telegram's as it takes. */
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { Address, OutgoingMessage } from '../../domain/message.ts'
import type { SentAs } from '../channel.ts'
import type { Client } from './client.ts'
import { toSendError } from './errors.ts'
import { asDocuments, type FilePost, hasWords, type Post, toPosts } from './posts.ts'
import { remove, replace } from './replace.ts'
import { createSendFiles } from './send-files.ts'
import type { Timing } from './timing.ts'

/** Rejects with SendError. */
type Send = (to: Address, message: OutgoingMessage, files: FileToSend[]) => Promise<SentAs>

/**
 * When one of several of Telegram's messages fails, those before it have arrived: an album, or the first part of a long
 * text. The failure is that of the whole, so whoever sends it again sends them twice; better than not at all.
 */
export function createSend(client: Client, { callMs, uploadMs }: Pick<Timing, 'callMs' | 'uploadMs'>): Send {
  const sendFiles = createSendFiles(client, uploadMs)

  /** A picture that Telegram cannot make out goes as a file. */
  async function sendFilesSomehow(post: FilePost): Promise<number[]> {
    try {
      return await sendFiles(post)
    } catch (error) {
      if (post.method === 'sendDocument' || toSendError(error).failure !== 'rejected') throw error
      return deliverAll(asDocuments(post.files, post.payload))
    }
  }

  async function deliver(post: Post): Promise<number[]> {
    if (post.method !== 'sendMessage') return sendFilesSomehow(post)
    return [(await client.call(post.method, post.payload, AbortSignal.timeout(callMs))).message_id]
  }

  async function deliverAll(posts: Post[]): Promise<number[]> {
    const ids: number[] = []
    for (const post of posts) ids.push(...(await deliver(post)))
    return ids
  }

  return async (to, message, files) => {
    const posts = await toPosts(to, message, files)
    const replaced =
      message.replaces === undefined ? null : await replace(client, posts, Number(message.replaces), callMs)
    const rest = replaced === null ? posts : posts.filter(hasWords).slice(1)
    const ids = [replaced ?? [], await deliverAll(rest)].flat().map(String)
    for (const id of message.removes ?? []) await remove(client, Number(to.id), Number(id), callMs)
    return { externalId: ids.at(-1) ?? '0', otherIds: ids.slice(0, -1) }
  }
}
