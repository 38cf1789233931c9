/** Sends one message of ours, in as many of Telegram's as it takes. */
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { Address, OutgoingMessage } from '../../domain/message.ts'
import type { SentAs } from '../channel.ts'
import { createParts, type Parts } from '../parts.ts'
import type { Client } from './client.ts'
import { toSendError } from './errors.ts'
import { asDocuments, type FilePost, hasWords, type Post, toPosts } from './posts.ts'
import { remove, replace } from './replace.ts'
import { createSendFiles } from './send-files.ts'
import type { Timing } from './timing.ts'

/** Rejects with SendError. */
type Send = (
  to: Address,
  message: OutgoingMessage,
  files: FileToSend[],
  already: readonly string[],
) => Promise<SentAs>

export function createSend(client: Client, { callMs, uploadMs }: Pick<Timing, 'callMs' | 'uploadMs'>): Send {
  const sendFiles = createSendFiles(client, uploadMs)

  /** A picture that Telegram cannot make out goes as a file. Resolves with null then. */
  async function sendPictures(post: FilePost): Promise<number[] | null> {
    try {
      return await sendFiles(post)
    } catch (error) {
      if (post.method === 'sendDocument' || toSendError(error).failure !== 'rejected') throw error
      return null
    }
  }

  async function deliverFiles(post: FilePost, parts: Parts): Promise<void> {
    const { files, payload } = post
    const through = parts.passed(files.length).length
    if (through === files.length) return
    // Of an album only some are through when they went one by one, as files.
    const sent = through === 0 ? await sendPictures(post) : null
    if (sent) parts.add(...sent.map(String))
    else for (const one of asDocuments(files.slice(through), payload)) await deliverFiles(one, parts)
  }

  async function deliver(post: Post, parts: Parts): Promise<void> {
    if (post.method !== 'sendMessage') return deliverFiles(post, parts)
    if (parts.passed(1).length > 0) return
    const { message_id } = await client.call(post.method, post.payload, AbortSignal.timeout(callMs))
    parts.add(String(message_id))
  }

  /** Puts the words in the place of the earlier message; resolves with false when all must be sent anew. */
  async function putInPlace(posts: Post[], replaces: string, already: readonly string[], parts: Parts) {
    if (already.length > 0) return already[0] === replaces && parts.passed(1).length > 0
    const replaced = await replace(client, posts, Number(replaces), callMs)
    if (replaced !== null) parts.add(String(replaced))
    return replaced !== null
  }

  return async (to, message, files, already) => {
    const parts = createParts(already)
    try {
      const posts = await toPosts(to, message, files)
      const { replaces, removes = [] } = message
      const inPlace = replaces !== undefined && (await putInPlace(posts, replaces, already, parts))
      for (const post of inPlace ? posts.filter(hasWords).slice(1) : posts) await deliver(post, parts)
      for (const id of removes) await remove(client, Number(to.id), Number(id), callMs)
      return parts.sentAs()
    } catch (error) {
      throw parts.failure(toSendError(error))
    }
  }
}
