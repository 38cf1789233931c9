/** What was last asked of a person: which answers a typed number or label stands for, and what their next words are. */
import { z } from 'zod'
import { assignmentsIn } from '../domain/choice.ts'
import type { Choice } from '../domain/message.ts'
import { fold } from '../domain/vietnamese.ts'

const asked = z.object({
  /** The answers offered last, in the order of their numbers. */
  offered: z.array(z.object({ label: z.string(), value: z.string() })).catch([]),
  /** What the next words, or files, are taken for. */
  awaits: z
    .discriminatedUnion('kind', [
      /** The day on which a task will be done. */
      z.object({ kind: z.literal('day'), assignmentId: z.number() }),
      /** A line about a difficulty. */
      z.object({ kind: z.literal('difficulty'), assignmentId: z.number() }),
      /** Files that belong to a task. */
      z.object({ kind: z.literal('evidence'), assignmentId: z.number() }),
      /** The task that files already sent belong to. */
      z.object({ kind: z.literal('photo-task') }),
      /** An answer to a topic's question. */
      z.object({
        kind: z.literal('topic'),
        topic: z.string(),
        question: z.string(),
        id: z.number(),
        said: z.string().optional(),
      }),
      /** A yes to what we made of these words. */
      z.object({ kind: z.literal('yes'), note: z.string() }),
    ])
    .nullable()
    .catch(null),
  /** The assignments of the last list they were shown, in the order of its numbers. */
  listed: z.array(z.number()).optional().catch(undefined),
})

export type Asked = z.infer<typeof asked>

export const NOTHING_ASKED: Asked = { offered: [], awaits: null }

/** From the conversation's JSON; whatever an older version wrote reads as "nothing was asked". */
export function readAsked(state: Record<string, unknown>): Asked {
  const read = asked.catch(NOTHING_ASKED).parse(state)
  return { ...read, listed: read.listed ?? assignmentsIn([read.offered]) }
}

/** "2", "Đang làm" and "dang lam" are the second answer offered; null when the words are none of them. */
export function chosen(text: string, offered: Choice[]): string | null {
  const typed = fold(text)
  const byNumber = /^\d{1,2}$/.test(typed) ? offered[Number(typed) - 1] : undefined
  return (byNumber ?? offered.find((choice) => fold(choice.label) === typed))?.value ?? null
}
