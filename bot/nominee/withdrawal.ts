/** A nominee takes back what they agreed to, at any time: publishing ends, or everything; proposer and office hear it. */
import { withdrawConsents } from '../../db/exemplars/consents.ts'
import { type ProposalInReview, recordReview } from '../../db/exemplars/review.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { staffMembers } from '../../db/people/staff.ts'
import { CONSENT_PURPOSES, type ConsentPurpose, exemplarCode } from '../../domain/exemplars/exemplar.ts'
import { topicValue } from '../../domain/topic-choice.ts'
import { inPlaceOfQuestion } from '../join/done.ts'
import type { Turn } from '../turn.ts'
import { nomineeAgreed } from './question.ts'

const PUBLISHING: readonly ConsentPurpose[] = ['publish_name', 'publish_photo']

/** Asks what they take back, so that a slip of the thumb ends nothing. */
export async function askWithdrawal(
  turn: Turn,
  id: number,
  agreed: readonly ConsentPurpose[],
): Promise<void> {
  const { t } = turn
  const choice = (what: 'publishing' | 'everything' | 'keep') => [
    {
      label: t(`nominee.end.${what}`),
      value: topicValue('nominee', what === 'keep' ? 'keep' : 'end', id, what),
    },
  ]
  const mayPublish = agreed.some((purpose) => PUBLISHING.includes(purpose))
  const choices = [...(mayPublish ? [choice('publishing')] : []), choice('everything'), choice('keep')]
  await turn.say(inPlaceOfQuestion(turn, { text: t('nominee.askWithdrawal'), choices }))
}

export async function withdraw(
  turn: Turn,
  proposal: ProposalInReview,
  what: string,
  agreed: readonly ConsentPurpose[],
): Promise<void> {
  const { t } = turn
  if (what === 'everything') {
    await endProposal(turn, proposal)
    return turn.say(inPlaceOfQuestion(turn, { text: t('nominee.withdrawn') }))
  }
  const kept = agreed.filter((purpose) => !PUBLISHING.includes(purpose))
  if (kept.length < agreed.length) await endPublishing(turn, proposal)
  await turn.say(inPlaceOfQuestion(turn, nomineeAgreed(t, proposal.id, kept)))
}

/** Nothing of it may be kept in mind or shown any more. */
export const endProposal = (turn: Turn, proposal: ProposalInReview): Promise<void> =>
  end(turn, proposal, 'everything', CONSENT_PURPOSES)

const endPublishing = (turn: Turn, proposal: ProposalInReview): Promise<void> =>
  end(turn, proposal, 'publishing', PUBLISHING)

async function end(
  turn: Turn,
  proposal: ProposalInReview,
  what: 'publishing' | 'everything',
  purposes: readonly ConsentPurpose[],
): Promise<void> {
  const { tx, now } = turn
  const { id } = proposal
  await withdrawConsents(tx, { exemplarId: id, subjects: ['nominee'], purposes }, now)
  const change = what === 'everything' ? { review: 'withdrawn' as const, mendBy: null } : {}
  await recordReview(tx, id, change, {
    event: 'withdrawn',
    reason: turn.t(`nominee.reason.${what}`),
    personId: null,
    now,
  })
  await tellAll(turn, proposal, what)
}

async function tellAll(
  { tx, t, now, today, inboxId }: Turn,
  { id, unitId, unit, name, review, proposerId, proposerChat }: ProposalInReview,
  what: 'publishing' | 'everything',
): Promise<void> {
  const about = { code: exemplarCode(id), name: name ?? '', unit }
  const told = { kind: 'answer', now } as const
  await enqueue(tx, {
    ...told,
    key: `nominee-withdrawal:${id}:${inboxId}:${proposerId}`,
    contactId: proposerChat,
    personId: proposerId,
    unitId,
    message: { text: t(`nominee.toProposer.${what}`, about) },
  })
  if (review === 'draft') return
  const see = { label: t('review.see', about), value: topicValue('review', 'see', id) }
  for (const { personId, contactId } of await staffMembers(tx, 'office', today)) {
    await enqueue(tx, {
      ...told,
      key: `nominee-withdrawal:${id}:${inboxId}:office:${personId}`,
      contactId,
      personId,
      message: { text: t(`nominee.toOffice.${what}`, about), choices: [[see]] },
    })
  }
}
