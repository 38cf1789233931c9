/** What the office should know of a day that it gives to a task. */
import { isBefore } from '../domain/day-order.ts'
import { isOutsideQuarter } from '../domain/plans/in-quarter.ts'
import type { Quarter } from '../domain/quarter.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { quarterWords } from './plan-row.ts'

type Dated = { quarter: Quarter | null; dueOn: Temporal.PlainDate }

export function dueDoubts({ quarter, dueOn }: Dated, today: Temporal.PlainDate, t: Translate): string[] {
  const day = shortDay(dueOn)
  return [
    ...(isBefore(dueOn, today) ? [t('intake.correct.past', { day })] : []),
    ...(isOutsideQuarter({ quarter, dueOn })
      ? [t('intake.correct.outside', { day, quarter: quarterWords(quarter, t) })]
      : []),
  ]
}
