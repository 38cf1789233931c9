/** Lays out a message of ours as Telegram's messages: pictures first, then files, then the words, unless they fit below. */
import type { FileToSend } from '../../db/messages/outgoing-files.ts'
import type { Address, OutgoingMessage } from '../../domain/message.ts'
import type { FileMethod } from './client.ts'
import { fileNameOf } from './file-name.ts'
import { type Caption, type Text, toCaption, toTexts } from './outgoing.ts'
import { isPicture } from './picture.ts'

/** One call that puts files into a chat: a picture, an album of pictures, or a document. */
export type FilePost = {
  method: FileMethod
  files: FileToSend[]
  payload: Caption
}

/** One call that puts something new into a chat. */
export type Post = { method: 'sendMessage'; payload: Text } | FilePost

/** A platform limit; an album of one is none. */
const MOST_IN_ALBUM = 10

/** The last one carries the buttons. */
export async function toPosts(to: Address, message: OutgoingMessage, files: FileToSend[]): Promise<Post[]> {
  const caption = files.length === 1 ? toCaption(to, message) : null
  const filePosts = await toFilePosts(files, caption ?? { chat_id: Number(to.id) })
  if (caption) return filePosts
  return [...filePosts, ...toTexts(to, message).map((payload): Post => ({ method: 'sendMessage', payload }))]
}

/** Whether the words of the message stand in this one. */
export const hasWords = (post: Post): boolean =>
  post.method === 'sendMessage' || post.payload.caption !== undefined

async function toFilePosts(files: FileToSend[], payload: Caption): Promise<FilePost[]> {
  const pictures: FileToSend[] = []
  const documents: FileToSend[] = []
  for (const [index, file] of files.entries()) {
    const kind = (await isPicture(file.bytes)) ? pictures : documents
    kind.push({ ...file, name: fileNameOf(file, index + 1) })
  }
  return [...albumsOf(pictures, payload), ...asDocuments(documents, payload)]
}

function albumsOf(pictures: FileToSend[], payload: Caption): FilePost[] {
  const albums: FilePost[] = []
  for (let start = 0; start < pictures.length; start += MOST_IN_ALBUM) {
    const files = pictures.slice(start, start + MOST_IN_ALBUM)
    albums.push({ method: files.length === 1 ? 'sendPhoto' : 'sendMediaGroup', files, payload })
  }
  return albums
}

/** One call for each. */
export const asDocuments = (files: FileToSend[], payload: Caption): FilePost[] =>
  files.map((file) => ({ method: 'sendDocument', files: [file], payload }))
