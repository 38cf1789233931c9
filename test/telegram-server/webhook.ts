/** Brings updates to the bot's own address, in order and until it takes them. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiUpdate } from './api-types.ts'
import type { UpdateQueue } from './update-queue.ts'

type Hook = { url: string; secret?: string; maxConnections?: number }

export type Webhook = {
  readonly hook: Hook | null
  /** Why the bot did not take the last one, when it did not. */
  readonly lastError: { at: Date; message: string } | null
  /** Null ends it; what is in flight is given up and stays pending. */
  set(hook: Hook | null): void
  deliver(update: ApiUpdate, queue: UpdateQueue): void
}

/** As on the platform the first retry is at once and the wait doubles; there from seconds to minutes. */
const FIRST_RETRY_MS = 10
const LONGEST_RETRY_MS = 1_000

export function createWebhook(): Webhook {
  let hook: Hook | null = null
  let lastError: Webhook['lastError'] = null
  let ended = new AbortController()
  const lastOfLine = new Map<string, Promise<void>>()

  /** One try; true when the bot took it. */
  async function post({ url, secret }: Hook, body: string, signal: AbortSignal): Promise<boolean> {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (secret) headers.set('x-telegram-bot-api-secret-token', secret)
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal })
      await response.arrayBuffer()
      if (response.ok) return true
      lastError = { at: new Date(), message: `Wrong response from the webhook: ${response.status}` }
    } catch (error) {
      lastError = { at: new Date(), message: String(error) }
    }
    return false
  }

  /** Tries until the bot takes it or the webhook ends; true when it was taken. */
  async function bring(to: Hook, update: ApiUpdate, signal: AbortSignal): Promise<boolean> {
    const body = JSON.stringify(update)
    for (let wait = 0; !signal.aborted; wait = Math.min(wait * 2 || FIRST_RETRY_MS, LONGEST_RETRY_MS)) {
      if (wait > 0) await sleep(wait, null, { signal }).catch(() => {})
      if (await post(to, body, signal)) return true
    }
    return false
  }

  return {
    get hook() {
      return hook
    },
    get lastError() {
      return lastError
    },
    set(next) {
      ended.abort()
      ended = new AbortController()
      lastOfLine.clear()
      hook = next
      lastError = null
    },
    deliver(update, queue) {
      if (!hook) return
      const to = hook
      const { signal } = ended
      const line = lineOf(update)
      const before = lastOfLine.get(line) ?? Promise.resolve()
      const mine = before.then(async () => {
        if (await bring(to, update, signal)) queue.remove(update)
        if (lastOfLine.get(line) === mine) lastOfLine.delete(line)
      })
      lastOfLine.set(line, mine)
    },
  }
}

/** The platform keeps order within a chat's messages and within a person's button presses, not between the two. */
function lineOf({ callback_query, message, edited_message, my_chat_member }: ApiUpdate): string {
  if (callback_query) return `taps of ${callback_query.from.id}`
  return `chat ${(message ?? edited_message ?? my_chat_member)?.chat.id}`
}
