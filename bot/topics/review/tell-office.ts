/** Lays a proposal before everybody of the office, at once. */
import { proposalInReview } from '../../../db/exemplars/review.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { staffMembers } from '../../../db/people/staff.ts'
import type { Turn } from '../../turn.ts'
import { proposalCard } from './proposal-card.ts'

/** Of a proposal that was just sent, the first time or mended: each time is told once. */
export async function tellOfficeOfProposal(
  turn: Pick<Turn, 'tx' | 't' | 'now' | 'today' | 'calendar' | 'settings'>,
  exemplarId: number,
): Promise<void> {
  const { tx, now, today } = turn
  const proposal = await proposalInReview(tx, exemplarId)
  if (proposal?.review !== 'submitted') return
  const message = await proposalCard(turn, proposal)
  const time = proposal.history.filter(({ event }) => event === 'submitted').length
  for (const { personId, contactId } of await staffMembers(tx, 'office', today)) {
    await enqueue(tx, {
      key: `exemplar-proposal:${exemplarId}:${time}:${personId}`,
      kind: 'answer',
      contactId,
      personId,
      message,
      now,
    })
  }
}
