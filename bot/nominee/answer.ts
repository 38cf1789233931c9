/** The nominee says yes to what they ticked, or no; the proposer hears either, and the office gets what may go to it. */
import { giveConsent, withdrawConsents } from '../../db/exemplars/consents.ts'
import { type ProposalInReview, proposalInReview } from '../../db/exemplars/review.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { CONSENT_PURPOSES, type ConsentPurpose, exemplarCode } from '../../domain/exemplars/exemplar.ts'
import { inPlaceOfQuestion } from '../join/done.ts'
import { submitProposal } from '../topics/exemplar/submit.ts'
import type { Turn } from '../turn.ts'
import { nomineeAgreed, nomineeQuestion, purposesInWords } from './question.ts'
import { endProposal } from './withdrawal.ts'

/** Their own word takes the place of what was written down for them. */
export async function agree(
  turn: Turn,
  proposal: ProposalInReview,
  purposes: readonly ConsentPurpose[],
): Promise<void> {
  const { tx, t, now, contact } = turn
  const { id } = proposal
  if (!purposes.includes('store')) {
    const question = nomineeQuestion(turn, proposal, purposes)
    const text = `${question.text}\n\n${t('nominee.storeFirst')}`
    return turn.say(inPlaceOfQuestion(turn, { ...question, text }))
  }
  const refused = CONSENT_PURPOSES.filter((purpose) => !purposes.includes(purpose))
  if (refused.length > 0)
    await withdrawConsents(tx, { exemplarId: id, subjects: ['nominee'], purposes: refused }, now)
  for (const purpose of purposes) {
    const given = { method: 'self_confirmed', recordedBy: null, contactId: contact.id } as const
    await giveConsent(tx, { exemplarId: id, subject: 'nominee', purpose, ...given, now })
  }
  await submitProposal(turn, id)
  await tellProposer(turn, proposal, await whatFollows(turn, proposal, purposes))
  await turn.say(inPlaceOfQuestion(turn, nomineeAgreed(t, id, purposes)))
}

/** Nothing is kept that was agreed to in their name; what the office has seen already is taken back from it. */
export async function refuse(turn: Turn, proposal: ProposalInReview): Promise<void> {
  const { tx, t, now } = turn
  if (proposal.review === 'draft') {
    await withdrawConsents(tx, { exemplarId: proposal.id, subjects: ['nominee'] }, now)
    await tellProposer(turn, proposal, t('nominee.toProposer.refused', about(proposal)))
  } else await endProposal(turn, proposal)
  await turn.say(inPlaceOfQuestion(turn, { text: t('nominee.refused') }))
}

async function whatFollows(
  { tx, t, settings }: Turn,
  before: ProposalInReview,
  agreed: readonly ConsentPurpose[],
): Promise<string> {
  const after = await proposalInReview(tx, before.id)
  const said = t('nominee.toProposer.agreed', { ...about(before), purposes: purposesInWords(agreed, t) })
  if (after?.review === 'draft') return `${said} ${t('nominee.toProposer.incomplete')}`
  if (after?.review === before.review) return said
  return `${said} ${t('nominee.toProposer.sent', { ...about(before), days: settings.review_days })}`
}

async function tellProposer(turn: Turn, proposal: ProposalInReview, text: string): Promise<void> {
  await enqueue(turn.tx, {
    key: `nominee-answer:${proposal.id}:${turn.inboxId}`,
    kind: 'answer',
    contactId: proposal.proposerChat,
    personId: proposal.proposerId,
    unitId: proposal.unitId,
    message: { text },
    now: turn.now,
  })
}

const about = ({ id, name }: ProposalInReview) => ({ code: exemplarCode(id), name: name ?? '' })
