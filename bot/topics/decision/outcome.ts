/** What was decided about a request, by whom and when: for whoever decides, and for those who come too late. */
import { openRequests, type Request } from '../../../db/answers/requests.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { clockTime, shortDay } from '../../../locales/dates.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'

/** Shows it where the finger is, with the way to what else waits for this person. */
export async function showOutcome(turn: PersonTurn, request: Request): Promise<void> {
  const { t } = turn
  const n = (await openRequests(turn.tx, turn.person.is.office ? null : turn.person.id)).length
  const more = { label: t('decision.outcome.more', { n }), value: topicValue('decision', 'list') }
  await askInPlace(turn, { text: outcomeText(turn, request), choices: n > 0 ? [[more]] : [] })
}

/** Of a request that is closed. */
export function outcomeText({ t, settings }: PersonTurn, { last, unit, title }: Request): string {
  if (!last) return t('decision.gone')
  const { timezone, language } = settings
  const when = t('decision.outcome.when', {
    time: clockTime(last.at, timezone, language),
    day: shortDay(officeDay(last.at, timezone)),
  })
  const about = { unit, title, when, who: t('decision.outcome.person', { name: last.by ?? '' }) }
  switch (last.ruling) {
    case 'agreed':
      return t('decision.outcome.agreed', { ...about, day: last.newDueOn ? shortDay(last.newDueOn) : '' })
    case 'declined':
      return t('decision.outcome.declined', { ...about, reason: last.reason ?? '' })
    case 'superseded':
      return t('decision.outcome.superseded', about)
    default:
      return t('decision.outcome.noted', about)
  }
}
