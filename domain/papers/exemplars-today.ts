/** A period's exemplars as they stand today, whether its quarters are closed or not: for what is handed on, not counted. */
import type { PeriodFacts } from './period-facts.ts'

/** Without those that were taken back or erased, or repeat another. */
export const exemplarsToday = (facts: PeriodFacts): PeriodFacts => ({
  ...facts,
  exemplars: facts.exemplars.flatMap((one) => (one.now === null ? [] : [{ ...one, ...one.now }])),
})
