/** Approves a proposal, and tells the proposer honestly what may be published of it. */
import type { ConsentPurpose } from '../../../domain/exemplars/exemplar.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import type { PersonTurn } from '../../turn.ts'
import { proposalToDecide, showProposal } from './open-proposal.ts'
import { quarterInWords } from './proposal-card.ts'
import { recordDecision } from './record-decision.ts'

export async function approve(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  const proposal = await proposalToDecide(turn, id)
  if (!proposal) return
  const { name, quarter, stage, may } = proposal
  const code = exemplarCode(id)
  if (!may.store) return turn.say({ text: t('review.noStoring', { code }) })
  const publish = t(`review.publish.${publishable(may)}`)
  await recordDecision(turn, proposal, {
    decision: 'approved',
    change: { stage: stage ?? 'discovered', mendBy: null },
    toProposer: {
      text: t('review.toProposer.approved', {
        name: name ?? '',
        code,
        quarter: quarterInWords(quarter, t),
        publish,
      }),
    },
  })
  await showProposal(turn, id)
}

function publishable(may: Record<ConsentPurpose, boolean>) {
  if (may.publish_name) return may.publish_photo ? 'both' : 'name'
  return may.publish_photo ? 'photo' : 'none'
}
