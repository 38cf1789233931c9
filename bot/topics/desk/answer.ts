/** An answer that the office is writing down, carried from question to question in the values of the buttons. */
import { STATUSES, type Status } from '../../../domain/status.ts'

/** How the office was told. */
export const WAYS = ['phone', 'paper'] as const

type Way = (typeof WAYS)[number]

/** As far as it has been given. */
export type Answer = {
  assignmentId: number
  /** The latest report when it was begun, 0 for none: whoever reports meanwhile is not overwritten unseen. */
  seen: number
  status: Status
  via?: Way
}

export type FullAnswer = Answer & { via: Way }

/** What stands in a button beside the assignment: `12.done.phone`. */
export const answerDetail = ({ seen, status, via }: Answer): string =>
  [seen, status, ...(via ? [via] : [])].join('.')

/** Null for anything that was not written here. */
export function readAnswer(assignmentId: number, detail: string): Answer | null {
  const [seen, statusWord, way] = detail.split('.')
  const status = STATUSES.find((one) => one === statusWord)
  const via = WAYS.find((one) => one === way)
  if (!status || !/^\d{1,15}$/.test(seen ?? '') || (way !== undefined && !via)) return null
  return { assignmentId, seen: Number(seen), status, ...(via && { via }) }
}

/** Null as well for one of which it is not yet said how the office was told. */
export function readFullAnswer(assignmentId: number, detail: string): FullAnswer | null {
  const answer = readAnswer(assignmentId, detail)
  return answer?.via ? { ...answer, via: answer.via } : null
}
