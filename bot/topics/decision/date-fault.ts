/** Says in a sentence what is wrong with a later date. */
import { dateFault, LONGEST_DAYS } from '../../../domain/extension.ts'
import { fullDay, shortDay } from '../../../locales/dates.ts'
import type { PersonTurn } from '../../turn.ts'

/** Null when nothing is. */
export function faultText(
  { t, today }: PersonTurn,
  day: Temporal.PlainDate,
  dueOn: Temporal.PlainDate,
): string | null {
  const fault = dateFault(day, dueOn, today)
  const facts = { day: fullDay(day), due: shortDay(dueOn), days: LONGEST_DAYS }
  return fault && t(`decision.date.${fault}`, facts)
}
