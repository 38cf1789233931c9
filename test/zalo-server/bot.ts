/** One bot as the platform keeps it: its people, what waits for it, and how much of its plan is used. */
import { type Chat, createChat } from './chat.ts'
import { quotaExceeded } from './refusal.ts'
import { createUpdateQueue, type UpdateQueue, type ZaloEvent } from './update-queue.ts'
import { createWebhook, type Webhook } from './webhook.ts'

/** What the free plan gives one bot. */
export type Plan = { people: number; monthlyMessages: number }

export type Bot = {
  readonly token: string
  /** The part of the token that is no secret. */
  readonly id: string
  readonly updates: UpdateQueue
  readonly webhook: Webhook
  /** Messages of this month, both ways. */
  messages: number
  chat(id: string): Chat | undefined
  /** The chat of a new person; nothing is said in it yet. */
  newChat(id: string): Chat
  /** Somebody wrote. Whoever comes when the bot is full is not served: the bot never hears of it. */
  hear(chat: Chat, event: ZaloEvent): void
  /** Counts a message of the bot; throws Refusal when the month's are used up. */
  count(): void
}

export function createBot(token: string, plan: Plan): Bot {
  const chats = new Map<string, Chat>()
  const webhook = createWebhook()
  const updates = createUpdateQueue(webhook)
  const served = () => [...chats.values()].filter(({ standing }) => standing !== 'never started').length

  const bot: Bot = {
    token,
    id: token.split(':', 1)[0] ?? '',
    updates,
    webhook,
    messages: 0,
    chat: (id) => chats.get(id),
    newChat(id) {
      const chat = createChat(id)
      chats.set(id, chat)
      return chat
    },
    hear(chat, event) {
      if (chat.standing === 'never started' && served() >= plan.people) return
      chat.standing = 'open'
      bot.messages += 1
      updates.push(event)
    },
    count() {
      if (bot.messages >= plan.monthlyMessages) throw quotaExceeded()
      bot.messages += 1
    },
  }
  return bot
}
