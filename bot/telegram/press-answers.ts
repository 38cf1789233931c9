/** Tells Telegram at once that a button's press arrived, so that the button stops spinning. */
import { z } from 'zod'
import type { Log } from '../../domain/log.ts'
import type { Client } from './client.ts'
import { toSendError } from './errors.ts'

const MOST_IN_FLIGHT = 50
const pressed = z.looseObject({ callback_query: z.looseObject({ id: z.string() }) })

export type PressAnswers = {
  /** Answers the presses among these updates, in its own time. Never fails: an answer lost costs a spinner. */
  answer(payloads: unknown[]): void
  /** Resolves when none is under way. */
  settled(): Promise<void>
}

export function createPressAnswers(client: Client, pressMs: number, log: Log): PressAnswers {
  const waiting: string[] = []
  const inFlight = new Set<Promise<void>>()

  async function answerOne(id: string): Promise<void> {
    try {
      await client.call('answerCallbackQuery', { callback_query_id: id }, AbortSignal.timeout(pressMs))
    } catch (error) {
      log('press_not_answered', { reason: toSendError(error).message })
    }
  }

  function next(): void {
    while (inFlight.size < MOST_IN_FLIGHT) {
      const id = waiting.shift()
      if (id === undefined) return
      const answered = answerOne(id).finally(() => {
        inFlight.delete(answered)
        next()
      })
      inFlight.add(answered)
    }
  }

  return {
    answer(payloads) {
      for (const payload of payloads) {
        const press = pressed.safeParse(payload)
        if (press.success) waiting.push(press.data.callback_query.id)
      }
      next()
    },
    async settled() {
      while (inFlight.size > 0) await Promise.all(inFlight)
    },
  }
}
