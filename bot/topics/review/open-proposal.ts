/** Opens a proposal for a colleague of the office, and is the gate before every decision on it. */
import { type ProposalInReview, proposalInReview } from '../../../db/exemplars/review.ts'
import { exemplarCode, type Review } from '../../../domain/exemplars/exemplar.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { proposalCard } from './proposal-card.ts'

/** Shows it in a message of its own, with its photos. */
export async function openProposal(turn: PersonTurn, id: number): Promise<void> {
  const proposal = await proposalSent(turn, id)
  if (proposal) await ask(turn, await proposalCard(turn, proposal))
}

/** Shows where it stands now, where the finger is; the photos of a message stay with it. */
export async function showProposal(turn: PersonTurn, id: number): Promise<void> {
  const proposal = await proposalSent(turn, id)
  if (proposal)
    await askInPlace(turn, { ...(await proposalCard(turn, proposal)), files: turn.pressed?.files })
}

/** The files that prove the consents. */
export async function showEvidence(turn: PersonTurn, id: number): Promise<void> {
  const proposal = await proposalSent(turn, id)
  if (!proposal) return
  const { evidence } = proposal
  const code = exemplarCode(id)
  if (evidence.length === 0) return turn.say({ text: turn.t('review.noEvidence', { code }) })
  await turn.say({
    text: turn.t('review.evidenceOf', { code, n: evidence.length }),
    files: evidence.map((attachment) => ({ attachment })),
  })
}

/**
 * A proposal on which this person may decide, locked and in this state; null after showing where it stands instead,
 * or saying why not. Of two who press at the same moment, the second reads who was first.
 */
export async function proposalToDecide(
  turn: PersonTurn,
  id: number,
  state: Review = 'submitted',
): Promise<ProposalInReview | null> {
  const proposal = await proposalSent(turn, id)
  if (!proposal) return null
  const { proposerId, unitId, review } = proposal
  if (proposerId === turn.person.id || turn.person.unitIds.includes(unitId)) {
    await turn.say({ text: turn.t('review.ownUnit', { code: exemplarCode(id) }) })
    return null
  }
  if (review === state) return proposal
  await showProposal(turn, id)
  return null
}

/** One that was sent; null after saying that there is none, or that it was erased. */
async function proposalSent(turn: PersonTurn, id: number): Promise<ProposalInReview | null> {
  const proposal = await proposalInReview(turn.tx, id)
  if (proposal && proposal.review !== 'draft') return proposal
  await turn.say({ text: turn.t('review.gone', { code: exemplarCode(id) }) })
  return null
}
