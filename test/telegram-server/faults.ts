/** What can go wrong between a bot and the platform, made to go wrong on purpose. */
import type { ApiAnswer } from './api-types.ts'
import { Refusal } from './refusal.ts'

/**
 * `refuse` answers so, and does nothing else · `page` answers with a page in HTML, as a proxy does ·
 * `reset before` / `reset after` breaks the connection before or after the request was carried out ·
 * `hang` carries it out at once and answers `ms` later · `silence` takes it and never answers.
 */
export type Fault =
  | { kind: 'refuse'; answer: ApiAnswer & { ok: false } }
  | { kind: 'page'; status: number; html: string }
  | { kind: 'reset before' | 'reset after' | 'silence' }
  | { kind: 'hang'; ms: number }

const refuse = (...refusal: ConstructorParameters<typeof Refusal>): Fault => ({
  kind: 'refuse',
  answer: new Refusal(...refusal).answer,
})

export const tooManyRequests = (seconds: number): Fault =>
  refuse(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
export const serverError: Fault = refuse(500, 'Internal Server Error')
export const unauthorized: Fault = refuse(401, 'Unauthorized')
export const badGateway: Fault = {
  kind: 'page',
  status: 502,
  html: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n',
}
/** The chat is a supergroup now, with this id. */
export const movedTo = (newId: number): Fault =>
  refuse(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: newId })
/** Nothing arrived. */
export const resetBefore: Fault = { kind: 'reset before' }
/** The message arrived; the answer is lost. */
export const resetAfter: Fault = { kind: 'reset after' }
/** Carried out at once, answered this many milliseconds later. */
export const hangs = (ms: number): Fault => ({ kind: 'hang', ms })
/** Nothing arrived, and no answer ever comes. */
export const silence: Fault = { kind: 'silence' }

export type FaultScope = {
  /** Only requests to this chat. */
  chat?: number
  /** Only this method (`file` for a download). Without it: every method but getUpdates, which would use it up. */
  method?: string
  /** How many requests meet it; 1 when not given, Infinity until it is cleared. */
  times?: number
}

export type Faults = {
  /** Answers with the way to clear it. */
  inject(fault: Fault, scope?: FaultScope): () => void
  clear(): void
  /** The fault that a request meets; used up by that. */
  meet(method: string, chatId: unknown): Fault | null
}

export function createFaults(): Faults {
  const injected = new Set<{ fault: Fault; scope: FaultScope; left: number }>()
  return {
    inject(fault, scope = {}) {
      const entry = { fault, scope, left: scope.times ?? 1 }
      injected.add(entry)
      return () => {
        injected.delete(entry)
      }
    },
    clear: () => injected.clear(),
    meet(method, chatId) {
      for (const entry of injected) {
        const { scope } = entry
        if (scope.method ? scope.method !== method : method === 'getUpdates') continue
        if (scope.chat !== undefined && String(scope.chat) !== String(chatId)) continue
        entry.left -= 1
        if (entry.left <= 0) injected.delete(entry)
        return entry.fault
      }
      return null
    },
  }
}
