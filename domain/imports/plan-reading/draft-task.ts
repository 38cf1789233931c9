/** Makes a task of what stands in a plan: when it is due, whom it concerns, and what is unsure about it. */
import type { Doubt } from './doubts.ts'
import { type TaskTime, taskTime } from './due/task-time.ts'
import type { PlanItem } from './plan-item.ts'
import { shortTitle } from './short-title.ts'
import { type TaskAudience, taskAudience } from './task-audience.ts'

export type DraftTask = Omit<TaskTime, 'doubts'> &
  Omit<TaskAudience, 'doubts'> & {
    line: number
    code: string
    /** As it is cited: II.2.b. */
    section: string
    fullText: string
    shortTitle: string
    /** What the plan says of who acts and when, word for word; empty where it says nothing. */
    said: string
    doubts: Doubt[]
  }

/** `office`: the one that follows the plan, where the plan names it. */
export type DraftContext = { year: number; office: string | null; scanned: boolean }

type Coded = { code: string; isTaken: boolean }

export function draftTask(item: PlanItem, { code, isTaken }: Coded, context: DraftContext): DraftTask {
  const { line, clause, text, lead, support, time, headings } = item
  const { doubts: timeDoubts, ...due } = taskTime({ text, labelled: time, headings }, context.year)
  const actors = [lead, support].filter(Boolean).join('; ')
  const { doubts: audienceDoubts, ...who } = taskAudience({
    text,
    actors,
    office: context.office,
    scanned: context.scanned,
  })
  return {
    line,
    code,
    section: clause,
    fullText: text,
    shortTitle: shortTitle(text),
    said: saidOf(item),
    ...due,
    ...who,
    doubts: [
      ...(context.scanned ? (['scanned'] as const) : []),
      ...item.doubts,
      ...(isTaken ? (['code_taken'] as const) : []),
      ...timeDoubts,
      ...audienceDoubts,
    ],
  }
}

/** What stands in the sentence itself need not be said again. */
function saidOf({ text, ...item }: PlanItem): string {
  const [lead, support, time] = [item.lead, item.support, item.time].map((words) =>
    text.includes(words) ? '' : words,
  )
  return [lead && `Chủ trì: ${lead}`, support && `Phối hợp: ${support}`, time && `Thời gian: ${time}`]
    .filter(Boolean)
    .join('. ')
}
