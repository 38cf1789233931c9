/** Files to send, as the database hands them over. */
import type { FileToSend } from '../../../db/messages/outgoing-files.ts'
import { jpeg } from '../../sample-files.ts'

export const PDF = Buffer.from('%PDF-1.7 … %%EOF')

/** A photo as it comes from a chat: without a name. Another number makes another picture. */
export const picture = (number = 1): FileToSend => ({
  media: 1,
  name: '',
  contentType: 'image/jpeg',
  bytes: jpeg(64 + 8 * number, 48),
})

export const pictures = (count: number): FileToSend[] => Array.from({ length: count }, (_, i) => picture(i))

export const pdf = (name = 'Kế hoạch 83.pdf'): FileToSend => ({
  media: 1,
  name,
  contentType: 'application/pdf',
  bytes: PDF,
})
