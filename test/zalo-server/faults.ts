/** What can go wrong between a bot and Zalo, made to go wrong on purpose. */
import { Refusal, voidToken } from './refusal.ts'

/**
 * `refuse` answers so under HTTP 200 · `answer` answers anything at all, after carrying nothing out · `page` answers in HTML, as the edge of Zalo's network does ·
 * `reset before` / `reset after` breaks the connection before or after the request was carried out ·
 * `silence` takes it and never answers.
 */
export type Fault =
  | { kind: 'refuse'; refusal: Refusal }
  | { kind: 'answer'; answer: object }
  | { kind: 'page'; status: number }
  | { kind: 'reset before' | 'reset after' | 'silence' }

const refuse = (code: number, description: string): Fault => ({
  kind: 'refuse',
  refusal: new Refusal(code, description),
})

export const badGateway: Fault = { kind: 'page', status: 502 }
/** So nginx answers those who ask too often. */
export const tooOften: Fault = { kind: 'page', status: 429 }
export const quotaExceeded: Fault = refuse(429, 'Quota exceeded')
/** An error of Zalo's own, whatever its number says elsewhere. */
export const internalError: Fault = refuse(403, 'Internal server error')
export const unauthorized: Fault = { kind: 'refuse', refusal: voidToken() }
/** Nothing arrived. */
export const resetBefore: Fault = { kind: 'reset before' }
/** The message arrived; the answer is lost. */
export const resetAfter: Fault = { kind: 'reset after' }
/** Nothing arrived, and no answer ever comes. */
export const silence: Fault = { kind: 'silence' }

type FaultScope = {
  /** Without it: every method but getUpdates, which would use it up. */
  method?: string
  /** How many requests meet it; 1 when not given. */
  times?: number
}

export type Faults = {
  inject(fault: Fault, scope?: FaultScope): void
  clear(): void
  /** The fault that a request meets; used up by that. */
  meet(method: string): Fault | null
}

export function createFaults(): Faults {
  let injected: { fault: Fault; method?: string; left: number }[] = []
  return {
    inject: (fault, { method, times = 1 } = {}) => void injected.push({ fault, method, left: times }),
    clear() {
      injected = []
    },
    meet(method) {
      const met = injected.find((entry) =>
        entry.method === undefined ? method !== 'getUpdates' : entry.method === method,
      )
      if (!met) return null
      met.left -= 1
      if (met.left <= 0) injected = injected.filter((entry) => entry !== met)
      return met.fault
    },
  }
}
