/**
 * What is frozen when a quarter is closed: figures and states, with the ids of what was said and of whom it was
 * said. The words and the names are read from where they are kept, so that an erasure or a consent taken back
 * holds in a closed quarter too.
 */

import type { Quarter } from '../quarter.ts'
import type {
  AnnouncementFacts,
  AnswerFacts,
  ExemplarFacts,
  PeriodFacts,
  TaskFacts,
  UnitFacts,
} from './period-facts.ts'

export type AnswerFigures = Omit<AnswerFacts, 'said'> & { reportId: number | null }

/**
 * Of the quarter itself, what was proposed in it. Beside that, what was proposed in a quarter that had been closed
 * before something became of it: it stands in the quarter in which that happened, and says what it was.
 */
export type ExemplarFigures = Pick<ExemplarFacts, 'id' | 'quarter' | 'stage' | 'review'> & {
  /** Quarters that were closed before figures named it have it from the proposal. */
  kind?: ExemplarFacts['kind']
  earlier?: NonNullable<ExemplarFacts['earlier']> | 'dropped'
}

export type QuarterFigures = {
  quarter: Quarter
  plans: Omit<PeriodFacts['plans'][number], 'issuer'>[]
  tasks: TaskFacts[]
  answers: AnswerFigures[]
  units: UnitFacts[]
  exemplars: ExemplarFigures[]
  announcements: AnnouncementFacts[]
  urging: {
    reminders: number
    calls: number
    /** Of these; quarters that were closed before they were kept have none. */
    deliveryIds?: number[]
    callIds?: number[]
    /** Codes of the units that a reminder reached, and of those that no message reached. */
    reached: string[]
    unreached: string[]
  }
}
