/** An update as it is stored: its number, the chat whose order it belongs to, and all of it. */
import { z } from 'zod'
import type { RawUpdate } from '../channel.ts'

const inChat = z.looseObject({ chat: z.looseObject({ id: z.number() }) })
const numbered = z.looseObject({
  update_id: z.number().int(),
  message: inChat.optional().catch(undefined),
  edited_message: inChat.optional().catch(undefined),
  callback_query: z.looseObject({ message: inChat.optional() }).optional().catch(undefined),
  my_chat_member: inChat.optional().catch(undefined),
})

/** Null for what is no update. Looks no deeper than it must: what cannot be read later must still be kept now. */
export function toRawUpdate(payload: unknown): RawUpdate | null {
  const parsed = numbered.safeParse(payload)
  if (!parsed.success) return null
  const { update_id, message, edited_message, callback_query, my_chat_member } = parsed.data
  const about = message ?? edited_message ?? callback_query?.message ?? my_chat_member
  return { externalId: String(update_id), chat: about ? String(about.chat.id) : 'none', payload }
}
