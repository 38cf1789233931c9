/** Returns a proposal to be mended: asks for the reason, and passes it on word for word. */
import type { ProposalInReview } from '../../../db/exemplars/review.ts'
import { similarProposals } from '../../../db/exemplars/similar.ts'
import { addWorkingDays } from '../../../domain/calendar.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay } from '../../../locales/dates.ts'
import { ask, askInPlace } from '../../ask.ts'
import { answerInPlace } from '../../in-place.ts'
import type { Awaited } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { proposalToDecide } from './open-proposal.ts'
import { recordDecision } from './record-decision.ts'

const REASONS = ['deed', 'photo', 'consent', 'same', 'other'] as const
type Reason = (typeof REASONS)[number]

const isReason = (word: string): word is Reason => (REASONS as readonly string[]).includes(word)

export async function askReason(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  const proposal = await proposalToDecide(turn, id)
  if (!proposal) return
  const [deed, photo, ...rest] = REASONS.map((reason) => ({
    label: t(`review.reason.${reason}`),
    value: topicValue('review', 'because', id, reason),
  }))
  await ask(turn, {
    text: t('review.askReason', about(proposal)),
    choices: [[deed!], [photo!, rest[0]!], rest.slice(1), [neverMind(turn, id)]],
  })
}

/** A reason was pressed. */
export async function returnBecause(turn: PersonTurn, id: number, reason: string): Promise<void> {
  const { tx, t } = turn
  if (!isReason(reason)) return turn.say({ text: t('talk.oldButton') })
  const proposal = await proposalToDecide(turn, id)
  if (!proposal) return
  if (reason === 'other') {
    return askInPlace(turn, {
      text: t('review.askWords', about(proposal)),
      choices: [[neverMind(turn, id)]],
      awaits: { topic: 'review', question: 'reason', id },
    })
  }
  const similar = reason === 'same' ? await similarProposals(tx, proposal) : []
  const codes = similar.map((other) => exemplarCode(other.id)).join(', ')
  await giveBack(turn, proposal, codes ? t('review.sameReason', { codes }) : t(`review.reason.${reason}`))
}

/** A reason was written. */
export async function returnInWords(turn: PersonTurn, awaited: Awaited, text: string): Promise<boolean> {
  if (awaited.question !== 'reason') return false
  const proposal = await proposalToDecide(turn, awaited.id)
  if (proposal) await giveBack(turn, proposal, text.trim())
  return true
}

export async function leaveWaiting(turn: PersonTurn, id: number): Promise<void> {
  const proposal = await proposalToDecide(turn, id)
  if (proposal) await askInPlace(turn, { text: turn.t('review.stays', about(proposal)) })
}

async function giveBack(turn: PersonTurn, proposal: ProposalInReview, reason: string): Promise<void> {
  const { t, calendar, today, settings } = turn
  const { id } = proposal
  const mendBy = addWorkingDays(calendar, today, settings.review_days)
  const told = { ...about(proposal), reason, due: shortDay(mendBy) }
  const mend = { label: t('review.mend'), value: topicValue('exemplar', 'mend', id) }
  const withdraw = { label: t('exemplar.withdraw'), value: topicValue('exemplar', 'withdraw', id) }
  await recordDecision(turn, proposal, {
    decision: 'returned',
    change: { mendBy },
    reason,
    facts: { mendBy: mendBy.toString() },
    toProposer: { text: t('review.toProposer.returned', told), choices: [[mend, withdraw]] },
  })
  turn.asked = { offered: [], awaits: null }
  await answerInPlace(turn, { text: t('review.returned', told) })
}

const about = ({ id, name }: ProposalInReview) => ({ code: exemplarCode(id), name: name ?? '' })

const neverMind = ({ t }: PersonTurn, id: number) => ({
  label: t('review.never'),
  value: topicValue('review', 'leave', id),
})
