/** Everything the server remembers: what its methods and its phones work on. */
import type { ApiUpdate, ApiUser } from './api-types.ts'
import { type Chats, type Clock, createChats } from './chats.ts'
import { createFiles, type Files } from './files.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import { createWebhook, type Webhook } from './webhook.ts'

/** What the bot shows to somebody who pressed a button. */
export type TapAnswer = { text?: string; show_alert?: boolean; url?: string }

export type Platform = {
  bot: ApiUser
  clock: Clock
  chats: Chats
  files: Files
  updates: UpdateQueue
  webhook: Webhook
  /** Button presses by their query id: what to call when the bot answers. */
  taps: Map<string, (answer: TapAnswer) => void>
}

export function createPlatform(bot: ApiUser, clock: Clock): Platform {
  const webhook = createWebhook()
  const updates = createUpdateQueue((update: ApiUpdate) => webhook.deliver(update, updates))
  return {
    bot,
    clock,
    chats: createChats(clock),
    files: createFiles(),
    updates,
    webhook,
    taps: new Map(),
  }
}
