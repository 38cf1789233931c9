/** What a weekly digest speaks of: figures of one quarter, now and a week before, and what needs a word. */
import type { Quarter } from '../quarter.ts'
import type { Status } from '../status.ts'

export type Counts = Record<Status | 'silent', number>

export type BlockFigures = Counts & {
  code: string
  name: string
  asked: number
  /** How many were done a week before. */
  doneBefore: number
}

/** Something that waits for the office's or a leader's word. */
export type OpenRequest = {
  id: number
  kind: 'difficulty' | 'extension'
  unit: string
  title: string
  difficulty: string | null
  wishedDueOn: Temporal.PlainDate | null
  /** The leader it was passed to. */
  passedTo: number | null
  askedOn: Temporal.PlainDate
}

export type DigestFigures = {
  year: number
  quarter: Quarter
  asked: number
  counts: Counts
  doneBefore: number
  /** Answers of units since the week before. */
  answers: number
  overdue: number
  /** Units with something overdue, in the order of their codes, with the most days any of it is late. */
  overdueUnits: { name: string; daysLate: number }[]
  /** Still open from earlier quarters. */
  carriedOver: number
  blocks: BlockFigures[]
  /** Tasks due within the next seven days, today included. */
  dueNext: { title: string; dueOn: Temporal.PlainDate; done: number; asked: number }[]
  requests: OpenRequest[]
  /** Proposed since the week before. */
  exemplars: { count: number; names: string[] }
  /** Units that no message reaches. */
  unreached: number
}

/** Whole per cent, as people say it; 100 only when all of it is done. */
export function percentDone(done: number, asked: number): number {
  if (asked === 0) return 0
  return done === asked ? 100 : Math.min(99, Math.round((done / asked) * 100))
}

/** Units late by more than the grace, whose names may stand in the digest. */
export const namedLate = ({ overdueUnits }: DigestFigures, graceDays: number): string[] =>
  overdueUnits.filter(({ daysLate }) => daysLate > graceDays).map(({ name }) => name)
