/** A pause that the office is putting together: what it has said so far, as the question to it is kept. */
import { z } from 'zod'

const day = z.codec(z.iso.date(), z.custom<Temporal.PlainDate>(), {
  decode: (text) => Temporal.PlainDate.from(text),
  encode: (date) => date.toString(),
})

const draft = z.object({
  /** Such as "bão số 9"; empty when none was given. */
  reason: z.string(),
  /** The first day on which units are reminded again. */
  until: day.nullable(),
  /** Whom it is for, as domain/reminders/pause.ts reads it. */
  audience: z.array(z.string()),
  /** The new date of what falls due in the pause, or `stay`; null until that is said. */
  newDue: z.union([z.literal('stay'), day]).nullable(),
})

export type PauseDraft = z.output<typeof draft>

export const newPause = (reason: string): PauseDraft => ({ reason, until: null, audience: [], newDue: null })

const kept = z.object({ step: z.enum(['running', 'until', 'whom', 'newDue', 'confirm']), draft })

/** What is being asked, and what is known. */
export type PauseQuestion = z.output<typeof kept>

export const pauseQuestion = (question: PauseQuestion): string => JSON.stringify(kept.encode(question))

/** Null for anything that `pauseQuestion` did not write. */
export function readPauseQuestion(text: string): PauseQuestion | null {
  try {
    return kept.parse(JSON.parse(text))
  } catch {
    return null
  }
}
