/** Whose phone it is, and what all parts of the phone share. */
import type { ApiUser } from './api-types.ts'
import type { Chat } from './chats.ts'
import type { Platform } from './platform.ts'

export type Owner = {
  platform: Platform
  user: ApiUser
  chat: Chat
  /** Where in the chat's timeline the person last did something; what they wait for comes after it. */
  acted: { at: number }
}

/** Notes that the person does something now. */
export function act({ chat, acted }: Owner): void {
  acted.at = chat.timeline.length
}
