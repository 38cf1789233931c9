/** Moves an approved exemplar to its next stage, or back; each move by name and day. */
import { audit } from '../../../db/audit.ts'
import { recordReview } from '../../../db/exemplars/review.ts'
import { stageMoves } from '../../../domain/exemplars/stages.ts'
import type { PersonTurn } from '../../turn.ts'
import { proposalToDecide, showProposal } from './open-proposal.ts'

/** `move` is "from.to": a button from before somebody else's move only shows where it stands now. */
export async function moveStage(turn: PersonTurn, id: number, move: string): Promise<void> {
  const { tx, person, now } = turn
  const proposal = await proposalToDecide(turn, id, 'approved')
  if (!proposal?.stage) return
  const { stage } = proposal
  const next = stageMoves(stage).find(({ to }) => move === `${stage}.${to}`)
  if (next) {
    const event = { event: 'stage' as const, stage: next.to, personId: person.id, now }
    await recordReview(tx, id, { stage: next.to }, event)
    await audit(tx, {
      personId: person.id,
      through: 'chat',
      action: 'exemplar.stage',
      subject: `exemplar:${id}`,
      facts: { from: stage, to: next.to },
      at: now,
    })
  }
  await showProposal(turn, id)
}
