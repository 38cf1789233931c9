/** What we look at in Zalo's updates. All else may be there and is let through. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { RawUpdate } from '../channel.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const words = z.string().optional().catch(undefined)

const message = z.looseObject({
  message_id: id,
  /** Milliseconds since 1970. */
  date: z.coerce.number(),
  from: z.looseObject({ id, display_name: words, is_bot: z.boolean().optional() }),
  chat: z.looseObject({ id, chat_type: words }),
  text: words,
  caption: words,
  /** The link of a photo, as Zalo sends it … */
  photo_url: words,
  /** … and as its documentation calls it. */
  photo: words,
})

export const updateSchema = z.looseObject({ event_name: z.string(), message: message.optional() })

/** Whether we shall make something of it. */
export const isReadable = (payload: unknown): boolean => updateSchema.safeParse(payload).success

export type ZaloMessage = z.infer<typeof message>

const wrapped = z.looseObject({ ok: z.boolean(), result: z.record(z.string(), z.unknown()) })
const placed = z.looseObject({
  event_name: z.string(),
  message: z
    .looseObject({ message_id: id, chat: z.looseObject({ id }) })
    .optional()
    .catch(undefined),
})

/**
 * An update as it is stored; wrapped and bare bodies are the same. Null for what is none: an empty answer, the probe of a
 * webhook. Looks no deeper than it must: what cannot be read later must still be kept now.
 */
export function toRawUpdate(body: unknown): RawUpdate | null {
  const inner = wrapped.safeParse(body)
  const payload = inner.success ? inner.data.result : body
  const read = placed.safeParse(payload)
  if (!read.success) return null
  const about = read.data.message
  if (!about) return strange(payload)
  const { chat, message_id } = about
  return { externalId: `${chat.id}:${message_id}`, chat: chat.id, payload }
}

/** What Zalo gave when it was asked for messages, each as it is stored. It gives nothing twice, so nothing is left out. */
export function toRawUpdates(result: unknown): RawUpdate[] {
  if (Array.isArray(result)) return result.flatMap(toRawUpdates)
  const isEmpty = typeof result !== 'object' || result === null || Object.keys(result).length === 0
  if (isEmpty) return []
  return [toRawUpdate(result) ?? strange(result)]
}

/** Nobody's, as far as we can see. */
const strange = (payload: unknown): RawUpdate => ({ externalId: fingerprint(payload), chat: 'none', payload })

/** The same for the same event: Zalo numbers no updates, only messages. */
const fingerprint = (payload: unknown): string =>
  createHash('sha256').update(JSON.stringify(payload)).digest('hex')
