/** Declining a later date, with a reason for the unit: one of a few that are ready, or one that is typed. */
import { topicValue } from '../../../domain/topic-choice.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { requestOfDecider } from './request-of-decider.ts'
import { settle } from './settle.ts'

/** `leader` is a leader's one tap; it is not offered to the office. */
const REASONS = ['schedule', 'report', 'time', 'leader'] as const

type ReadyReason = (typeof REASONS)[number]

export const readyReason = (detail: string): ReadyReason | null =>
  REASONS.find((reason) => reason === detail) ?? null

export async function askReason(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  const request = await requestOfDecider(turn, id, 'decide')
  if (!request) return
  const ready = REASONS.filter((reason) => reason !== 'leader').map((reason) => [
    { label: t(`decision.reason.${reason}`), value: topicValue('decision', 'decline', id, reason) },
  ])
  const back = { label: t('decision.date.back'), value: topicValue('decision', 'show', id) }
  await askInPlace(turn, {
    text: t('decision.reason.ask', { unit: request.unit, title: request.title }),
    choices: [...ready, [back]],
    awaits: { topic: 'decision', question: 'reason', id },
  })
}

/** With a reason in the words that the unit will read. */
export async function decline(turn: PersonTurn, id: number, reason: string): Promise<void> {
  const request = await requestOfDecider(turn, id, 'decide')
  if (request)
    await settle(turn, request, { ruling: 'declined', reason: reason.trim().replace(/[.\s]+$/, '') })
}
