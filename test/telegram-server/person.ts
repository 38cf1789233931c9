/** A person with a phone: does what people do in the chat with the bot, and sees what they see. */
import type { ApiUser } from './api-types.ts'
import type { Chat } from './chats.ts'
import type { Owner } from './owner.ts'
import type { Platform } from './platform.ts'
import { createReading, type Reading } from './reading.ts'
import { createStandingChanges, type StandingChanges } from './standing.ts'
import { createTapping, type Tapping } from './tapping.ts'
import { createWriting, type Writing } from './writing.ts'

export type PersonOptions = {
  firstName: string
  /** Made up when not given; longer than 32 bits as many real ones are. */
  id?: number
  userName?: string
  /** The person pressed Start long ago. */
  started?: boolean
}

export type Person = Writing &
  Tapping &
  Reading &
  StandingChanges & { readonly id: number; readonly user: ApiUser; readonly chat: Chat }

export function createPerson(
  platform: Platform,
  { id, firstName, userName, started }: PersonOptions & { id: number },
): Person {
  const user: ApiUser = {
    id,
    is_bot: false,
    first_name: firstName,
    ...(userName && { username: userName }),
    language_code: 'vi',
  }
  const chat = platform.chats.of(id)
  chat.about = { id, type: 'private', first_name: firstName, ...(userName && { username: userName }) }
  if (started) chat.standing = 'open'
  const owner: Owner = { platform, user, chat, acted: { at: chat.timeline.length } }
  const standing = createStandingChanges(owner)
  const writing = createWriting(owner, standing.unblocks)
  return {
    id,
    user,
    chat,
    ...writing,
    ...createTapping(owner, writing.types),
    ...createReading(owner),
    ...standing,
  }
}
