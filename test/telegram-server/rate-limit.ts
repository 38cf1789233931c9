/** How many messages the platform takes: token buckets for the whole bot and for each chat. */
import { Refusal } from './refusal.ts'

/** Tokens come at `perSecond`; up to `burst` of them wait to be used. */
export type Rate = { perSecond: number; burst: number }
export type Rates = { perBot: Rate | null; perChat: Rate | null }

/** Takes a token at `now` (milliseconds); answers with the seconds until there is one, 0 when it was taken. */
type Bucket = (now: number) => number

function bucket({ perSecond, burst }: Rate): Bucket {
  let tokens = burst
  let filledAt = 0
  return (now) => {
    if (filledAt > 0) tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
    if (tokens < 1) return (1 - tokens) / perSecond
    tokens -= 1
    return 0
  }
}

/** Throws 429 when a request comes too early. Sends count for all; edits do not count for a private chat. */
export function rateLimit({ perBot, perChat }: Rates) {
  const ofBot = perBot && bucket(perBot)
  const ofChat = new Map<string, Bucket>()

  const take = (take: Bucket, now: number) => {
    const seconds = Math.ceil(take(now))
    if (seconds > 0) {
      throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
    }
  }

  return (method: string, chatId: unknown, now: number): void => {
    const isNew = method.startsWith('send') && method !== 'sendChatAction'
    const isEdit = method.startsWith('edit')
    if (!isNew && !isEdit) return
    if (ofBot) take(ofBot, now)
    if (!perChat || (isEdit && Number(chatId) > 0)) return
    const chat = String(chatId)
    const known = ofChat.get(chat) ?? bucket(perChat)
    ofChat.set(chat, known)
    take(known, now)
  }
}
