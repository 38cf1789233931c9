/**
 * Uploads a file once, however many get it: to the others it goes by the id that Telegram gave it. The same bytes again
 * and again would be slowed down, then refused; and an office's line is narrow.
 */
import { createHash } from 'node:crypto'
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { Client, FileMethod } from './client.ts'
import { mediaOf } from './content.ts'
import { isFileForgotten, toSendError } from './errors.ts'
import type { FilePost } from './posts.ts'
import type { TelegramMessage } from './update.ts'

/** Resolves with the ids of the messages, in order; rejects with SendError. */
type SendFiles = (post: FilePost) => Promise<number[]>

/** What is sent to many is one thing at a time; this many leaves room, and the memory small. */
const MOST_KNOWN = 200

export function createSendFiles(client: Client, uploadMs: number): SendFiles {
  /** The ids of a post's files, as soon as its first upload is through. */
  const known = new Map<string, Promise<string[]>>()

  async function attempt({ method, payload }: FilePost, contents: (File | string)[]) {
    const fields = { ...payload, ...fieldOf(method, contents) }
    return client.upload(method, fields, AbortSignal.timeout(uploadMs))
  }

  function remember(key: string, ids: Promise<string[]>): void {
    known.set(key, ids)
    ids.catch(() => known.get(key) === ids && known.delete(key))
    const [oldest = key] = known.keys()
    if (known.size > MOST_KNOWN) known.delete(oldest)
  }

  async function uploadAnew(post: FilePost, key: string): Promise<number[]> {
    const sending = attempt(post, post.files.map(toFile))
    remember(key, sending.then(idsOf))
    return messageIds(await sending)
  }

  return async (post) => {
    const key = keyOf(post)
    const uploaded = known.get(key)
    if (!uploaded) return uploadAnew(post, key)
    // Others wait for the first upload of their file; should that fail, each tries for themselves.
    const ids = await uploaded.catch(() => null)
    if (!ids) return uploadAnew(post, key)
    try {
      return messageIds(await attempt(post, ids))
    } catch (error) {
      if (!isFileForgotten(toSendError(error))) throw error
      return uploadAnew(post, key)
    }
  }
}

/** The parameter that takes the files. */
function fieldOf(method: FileMethod, contents: (File | string)[]): object {
  if (method === 'sendMediaGroup') return { media: contents.map((media) => ({ type: 'photo', media })) }
  return method === 'sendPhoto' ? { photo: contents[0] } : { document: contents[0] }
}

const toFile = ({ name, contentType, bytes }: FileToSend) =>
  new File([new Uint8Array(bytes)], name, { type: contentType })

/** The name counts too: Telegram keeps it with the file. */
function keyOf({ method, files }: FilePost): string {
  const hash = createHash('sha256').update(method)
  for (const { name, bytes } of files) hash.update(`\0${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('base64')
}

const messageIds = (messages: TelegramMessage[]): number[] => messages.map(({ message_id }) => message_id)

/** Throws when Telegram made something else of a file: then it has no id of the kind we can send. */
function idsOf(messages: TelegramMessage[]): string[] {
  return messages.map((message) => {
    const media = mediaOf(message)
    if (!media) throw new Error('the message shows no file')
    return media.ref
  })
}
