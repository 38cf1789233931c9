/** Hands a proposal to the office: on the proposer's tap, or when the nominee has said yes by their link. */
import { consentsOf } from '../../../db/exemplars/consents.ts'
import { lockedProposal, markSubmitted } from '../../../db/exemplars/exemplars.ts'
import { nextQuestion } from '../../../domain/exemplars/questions.ts'
import type { Turn } from '../../turn.ts'
import { tellOfficeOfProposal } from '../review/tell-office.ts'

/** Does nothing with one that is not complete, may not be kept, or is with the office already. */
export async function submitProposal(
  turn: Pick<Turn, 'tx' | 't' | 'now' | 'today' | 'calendar' | 'settings'>,
  exemplarId: number,
): Promise<void> {
  const proposal = await lockedProposal(turn.tx, exemplarId, turn.now)
  if (!proposal || (proposal.review !== 'draft' && proposal.review !== 'returned')) return
  if (nextQuestion(proposal) || !(await consentsOf(turn.tx, exemplarId)).store) return
  await markSubmitted(turn.tx, proposal, turn)
  await tellOfficeOfProposal(turn, exemplarId)
}
