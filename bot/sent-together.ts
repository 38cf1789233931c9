/** On platforms that do not say which photos were sent together: those that came one right after the other. */
import { albumIdOf } from '../db/answers/attachments.ts'
import { payloadBefore } from '../db/messages/inbox.ts'
import type { IncomingMessage } from '../domain/message.ts'
import type { Channel } from './channel.ts'
import type { Turn } from './turn.ts'

/** Photos chosen together leave a phone one by one; nobody chooses another one by hand so quickly. */
const TOGETHER_MS = 5_000

/** The album of a photo, made up where it is the first; undefined for whatever needs none. */
export async function albumOfPhoto(
  { tx, inboxId, contact, message }: Pick<Turn, 'tx' | 'inboxId' | 'contact' | 'message'>,
  { abilities, read }: Pick<Channel, 'abilities' | 'read'>,
): Promise<string | undefined> {
  if (abilities.albums || message.media?.kind !== 'photo') return message.albumId
  const payload = await payloadBefore(tx, inboxId)
  const before = payload === null ? null : readable(read, payload)
  const together =
    before?.media?.kind === 'photo' && message.sentAt.getTime() - before.sentAt.getTime() < TOGETHER_MS
  const album = together ? await albumIdOf(tx, contact.id, before.messageId) : null
  return album ?? `from ${message.messageId}`
}

/** What cannot be read is no photo: that it came must not cost the one that came after it. */
function readable(read: Channel['read'], payload: unknown): IncomingMessage | null {
  try {
    return read(payload)
  } catch {
    return null
  }
}
