/** Brings events to the bot's own address, each once: whether Zalo tries again nobody knows. */
import type { ZaloEvent } from './update-queue.ts'

type Hook = { url: string; secret: string }

export type Webhook = {
  readonly hook: Hook | null
  /** Sets the address and probes it; resolves with the status it answered, null when it could not be reached. */
  set(hook: Hook): Promise<number | null>
  remove(): void
  deliver(event: ZaloEvent): void
  /** Whether events come as the documentation wraps them, or bare, as several clients saw them. */
  wrapped: boolean
}

export function createWebhook(): Webhook {
  let hook: Hook | null = null

  async function post(body: unknown): Promise<number | null> {
    if (!hook) return null
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Java/21.0.4',
      'x-bot-api-secret-token': hook.secret,
    }
    const response = await fetch(hook.url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(
      () => null,
    )
    return response?.status ?? null
  }

  return {
    wrapped: true,
    get hook() {
      return hook
    },
    async set(next) {
      hook = next
      return post({ probe: true })
    },
    remove() {
      hook = null
    },
    deliver(event) {
      void post(this.wrapped ? { ok: true, result: event } : event)
    },
  }
}
