/** The office's word on a proposal: written down, audited by name, and told to the proposer. */
import { audit } from '../../../db/audit.ts'
import { type ProposalInReview, type ReviewChange, recordReview } from '../../../db/exemplars/review.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import type { OutgoingMessage } from '../../../domain/message.ts'
import type { PersonTurn } from '../../turn.ts'

type Decision = {
  decision: 'approved' | 'returned' | 'same'
  change: Omit<ReviewChange, 'review'>
  /** Reaches the proposer as it was written. */
  reason?: string
  /** For the audit: no words, no names. */
  facts?: Record<string, string | number>
  toProposer: OutgoingMessage
}

export async function recordDecision(
  { tx, person, now }: PersonTurn,
  { id, unitId, proposerId, proposerChat }: ProposalInReview,
  { decision, change, reason, facts, toProposer }: Decision,
): Promise<void> {
  const event = await recordReview(
    tx,
    id,
    { ...change, review: decision },
    { event: decision, reason, personId: person.id, now },
  )
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: `exemplar.${decision}`,
    subject: `exemplar:${id}`,
    facts,
    at: now,
  })
  await enqueue(tx, {
    key: `exemplar-decision:${id}:${event}`,
    kind: 'answer',
    contactId: proposerChat,
    personId: proposerId,
    unitId,
    message: toProposer,
    now,
  })
}
