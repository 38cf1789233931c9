/** Marks a proposal as the same as another that is like it. */
import { proposalInReview } from '../../../db/exemplars/review.ts'
import { similarProposals } from '../../../db/exemplars/similar.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { proposalToDecide } from './open-proposal.ts'
import { quarterInWords } from './proposal-card.ts'
import { recordDecision } from './record-decision.ts'

const MOST_OFFERED = 5

/** Asks which; what may be chosen is what is like it at this moment. */
export async function askSameAs(turn: PersonTurn, id: number): Promise<void> {
  const { tx, t } = turn
  const proposal = await proposalToDecide(turn, id)
  if (!proposal) return
  const code = exemplarCode(id)
  const similar = (await similarProposals(tx, proposal)).slice(0, MOST_OFFERED)
  if (similar.length === 0) return turn.say({ text: t('review.noneAlike', { code }) })
  const lines = similar.map((other, index) =>
    t('review.sameLine', {
      number: index + 1,
      code: exemplarCode(other.id),
      name: other.name,
      unit: other.unit,
      quarter: quarterInWords(other.quarter, t),
      year: other.year,
      review: t(`review.review.${other.review}`),
    }),
  )
  const codes = similar.map((other) => ({
    label: exemplarCode(other.id),
    value: topicValue('review', 'same-as', id, other.id),
  }))
  const none = { label: t('review.notSame'), value: topicValue('review', 'leave', id) }
  await ask(turn, {
    text: t('review.askSame', { code, name: proposal.name ?? '', lines: lines.join('\n') }),
    choices: [codes, [none]],
  })
}

export async function markSame(turn: PersonTurn, id: number, otherId: number): Promise<void> {
  const { tx, t } = turn
  // Two may each be called the other's repetition at the same moment: both are locked, always in the same order.
  for (const one of [id, otherId].sort((a, b) => a - b)) await proposalInReview(tx, one)
  const proposal = await proposalToDecide(turn, id)
  if (!proposal) return
  const similar = await similarProposals(tx, proposal)
  if (!similar.some((other) => other.id === otherId)) return askSameAs(turn, id)
  const told = { code: exemplarCode(id), name: proposal.name ?? '', other: exemplarCode(otherId) }
  await recordDecision(turn, proposal, {
    decision: 'same',
    change: { sameAsId: otherId, mendBy: null },
    facts: { sameAs: otherId },
    toProposer: { text: t('review.toProposer.same', told) },
  })
  await askInPlace(turn, { text: t('review.sameNow', told) })
}
