/** What waits for this person's decision: one request as it is, several as a list to choose from. */
import { openRequests, type Request } from '../../../db/answers/requests.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay } from '../../../locales/dates.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { requestCard } from './request-card.ts'
import { requestOfDecider } from './request-of-decider.ts'

const AT_ONCE = 5

/** The office sees all, a leader what was passed to them. */
export async function listRequests(turn: PersonTurn): Promise<void> {
  const { t, person } = turn
  const open = await openRequests(turn.tx, person.is.office ? null : person.id)
  const [first] = open
  if (!first) return askInPlace(turn, { text: t('decision.list.none') })
  if (open.length === 1) return showRequest(turn, first.id)
  const shown = open.slice(0, AT_ONCE)
  const rest = open.length - shown.length
  const picks = shown.map(({ id }, index) => ({
    label: String(index + 1),
    value: topicValue('decision', 'show', id),
  }))
  await askInPlace(turn, {
    text: [
      t('decision.list.head', { n: open.length }),
      shown.map((request, index) => lineOf(turn, request, index + 1)).join('\n'),
      rest > 0 ? t('decision.list.more', { n: rest }) : '',
      t('decision.list.how'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    lines: picks,
    choices: [picks],
  })
}

export async function showRequest(turn: PersonTurn, id: number): Promise<void> {
  const request = await requestOfDecider(turn, id, 'read')
  if (request) await askInPlace(turn, requestCard(turn, request, turn.person.is.office ? 'office' : 'leader'))
}

function lineOf({ t }: PersonTurn, { unit, title, dueOn, wishedDueOn }: Request, number: number): string {
  const facts = { number, unit, title, due: shortDay(dueOn) }
  return wishedDueOn
    ? t('decision.list.extension', { ...facts, wished: shortDay(wishedDueOn) })
    : t('decision.list.difficulty', facts)
}
