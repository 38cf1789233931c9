/** What a phone of the simulator does, as it is stored among the updates, and what it means in our words. */
import { z } from 'zod'
import type { IncomingMessage } from '../../domain/message.ts'

export const phoneUpdate = z.object({
  /** The phone: one person's. */
  phone: z.string(),
  /** The name that the phone shows for its owner. */
  name: z.string().optional(),
  /** Its own, or of our message whose button was pressed. */
  messageId: z.string(),
  sentAt: z.coerce.date(),
  text: z.string().optional(),
  /** The value of a button, and the words on it, for the screen. */
  choice: z.string().optional(),
  label: z.string().optional(),
  startCode: z.string().optional(),
  file: z
    .object({
      ref: z.string(),
      fileName: z.string(),
      byteSize: z.number(),
      kind: z.enum(['photo', 'document']),
    })
    .optional(),
  /** What the bot is told of and does not get. */
  unsupported: z.enum(['sticker', 'file', 'video', 'audio']).optional(),
  /** Of a file that the bot does not get, for the screen. */
  fileName: z.string().optional(),
  albumId: z.string().optional(),
})

export type PhoneUpdate = z.output<typeof phoneUpdate>

/** `bot` is the one that the phone spoke to. */
export function incoming(bot: string, update: PhoneUpdate): IncomingMessage {
  const { phone, name, messageId, sentAt, text, choice, startCode, file, unsupported, albumId } = update
  return {
    from: { channel: 'simulator', bot, id: phone },
    isPrivate: true,
    messageId,
    sentAt,
    ...(name !== undefined && { displayName: name }),
    ...(text !== undefined && { text: text.normalize('NFC') }),
    ...(choice !== undefined && { choice }),
    ...(startCode !== undefined && { startCode }),
    ...(file && { media: file }),
    ...(unsupported !== undefined && { unsupported }),
    ...(albumId !== undefined && { albumId }),
  }
}
