/** One call of the Bot API from the check of its parameters to its answer; knows nothing of HTTP. */
import { type Accept, acceptParams } from './accept-params.ts'
import type { ApiAnswer } from './api-types.ts'
import { botMethods } from './bot-methods.ts'
import { editMethods } from './edit-methods.ts'
import type { Fault, Faults } from './faults.ts'
import type { Call, Handler } from './handler.ts'
import type { Platform } from './platform.ts'
import { type Rates, rateLimit } from './rate-limit.ts'
import { badRequest, Refusal } from './refusal.ts'
import { sendMethods } from './send-methods.ts'
import type { SentParams } from './sent-params.ts'

export type JournalEntry = {
  /** `file` for a download. */
  method: string
  params: Record<string, unknown>
  /** When it arrived, as `performance.now()` counts. */
  at: number
  /** Null until it is answered; the kind of a fault that was no answer of the Bot API. */
  answer: ApiAnswer | Fault['kind'] | null
}

/** What goes back to the client: an answer of the Bot API, or what a fault makes of it. */
export type Outcome = ApiAnswer | Exclude<Fault, { kind: 'refuse' | 'hang' }>

export type Calls = (entry: JournalEntry, sent: SentParams, call: Call) => Promise<Outcome>

/** `violations` gets every breach of the API's description; `delay` waits for milliseconds. */
export function createCalls(
  platform: Platform,
  faults: Faults,
  rates: Rates,
  violations: string[],
  delay: (ms: number) => Promise<unknown>,
): Calls {
  const handlers = { ...sendMethods(platform), ...editMethods(platform), ...botMethods(platform) }
  const limit = rateLimit(rates)

  /** Keeps the parameters in the journal, right or wrong. */
  function check(entry: JournalEntry, accept: Accept, sent: SentParams): void {
    const { params, problem } = accept(sent)
    entry.params = params
    if (!problem) return
    violations.push(problem.startsWith(entry.method) ? problem : `${entry.method}: ${problem}`)
    throw badRequest(problem)
  }

  async function carryOut(entry: JournalEntry, handle: Handler, call: Call): Promise<ApiAnswer> {
    limit(entry.method, entry.params.chat_id, entry.at)
    return { ok: true, result: await handle(entry.params, call) }
  }

  return async (entry, sent, call) => {
    const { method } = entry
    const accept = acceptParams.get(method)
    const handle = handlers[method]
    if (!accept || !handle) {
      violations.push(`${method} is no method of this server`)
      return new Refusal(404, 'Not Found: method not found').answer
    }
    try {
      check(entry, accept, sent)
      const fault = faults.meet(method, entry.params.chat_id)
      if (!fault) return await carryOut(entry, handle, call)
      return await suffer(fault, () => carryOut(entry, handle, call), delay)
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      violations.push(`${method}: the test server itself failed: ${error instanceof Error && error.stack}`)
      return new Refusal(500, 'Internal Server Error').answer
    }
  }
}

/** What a fault makes of something that would otherwise have been done. */
export async function suffer<T>(
  fault: Fault,
  carryOut: () => Promise<T>,
  delay: (ms: number) => Promise<unknown>,
): Promise<T | Outcome> {
  switch (fault.kind) {
    case 'refuse':
      return fault.answer
    case 'hang': {
      const done = await carryOut()
      await delay(fault.ms)
      return done
    }
    case 'reset after':
      await carryOut()
      return fault
    default:
      return fault
  }
}
