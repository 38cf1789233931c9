/**
 * The nominee's own word: their link, the question behind it, yes or no, and taking it back at any time. Whoever they
 * are to us, it is bound to the chat that opened the link first, and to nothing else.
 */
import { findConsentLink, linkInUse, useConsentLink } from '../db/exemplars/consent-links.ts'
import { standingConsents } from '../db/exemplars/consents.ts'
import { type ProposalInReview, proposalInReview } from '../db/exemplars/review.ts'
import { lastShown } from '../db/messages/outbox.ts'
import type { Review } from '../domain/exemplars/exemplar.ts'
import { readTopicChoice, type TopicChoice } from '../domain/topic-choice.ts'
import { chosen } from './asked.ts'
import { inPlaceOfQuestion } from './join/done.ts'
import { agree, refuse } from './nominee/answer.ts'
import { consentToken } from './nominee/link.ts'
import { nomineeAgreed, nomineeQuestion, purposesIn } from './nominee/question.ts'
import { askWithdrawal, withdraw } from './nominee/withdrawal.ts'
import type { Turn } from './turn.ts'

/** Answers a nominee's link, press, or typed number or label; false when the message is none of these. */
export async function answerNominee(turn: Turn): Promise<boolean> {
  const token = consentToken(turn.message)
  if (token !== null) {
    await openLink(turn, token)
    return true
  }
  const choice = nomineeChoice(turn.message.choice ?? (await valueTyped(turn)))
  if (!choice) return false
  await answer(turn, choice)
  return true
}

async function openLink(turn: Turn, token: string): Promise<void> {
  const { tx, t, contact, now } = turn
  const link = await findConsentLink(tx, token)
  const proposal = link && (await proposalInReview(tx, link.exemplarId))
  if (!proposal) return sayNoGood(turn)
  // Proposers try their own links; it must stay good for the nominee, and nobody agrees in another's name.
  if (contact.personId === proposal.proposerId) return turn.say({ text: t('nominee.notForYou') })
  const { id } = proposal
  const agreed = link.contactId === contact.id ? await agreedHere(turn, id) : []
  if (agreed.length > 0) return turn.say(nomineeAgreed(t, id, agreed))
  const isTakenByOther = link.usedAt !== null && link.contactId !== contact.id
  if (isTakenByOther || link.expiresAt <= now || !isOpen(proposal)) return sayNoGood(turn)
  if (link.usedAt === null) await useConsentLink(tx, link.id, contact.id, now)
  await turn.say(nomineeQuestion(turn, proposal))
}

async function answer(turn: Turn, { act, id, detail }: TopicChoice): Promise<void> {
  const { tx, t, contact, now } = turn
  const proposal = await proposalInReview(tx, id)
  if (!proposal) return sayNoGood(turn)
  // What this chat agreed to, it may take back, whatever has become of the link and the proposal.
  const agreed = await agreedHere(turn, id)
  if (agreed.length > 0) {
    if (act === 'withdraw') return askWithdrawal(turn, id, agreed)
    if (act === 'end') return withdraw(turn, proposal, detail, agreed)
    return turn.say(inPlaceOfQuestion(turn, nomineeAgreed(t, id, agreed)))
  }
  const link = await linkInUse(tx, id)
  if (link?.contactId !== contact.id || link.expiresAt <= now || !isOpen(proposal)) return sayNoGood(turn)
  if (act === 'agree') return agree(turn, proposal, purposesIn(detail))
  if (act === 'refuse') return refuse(turn, proposal)
  const ticked = act === 'tick' ? purposesIn(detail) : []
  await turn.say(inPlaceOfQuestion(turn, nomineeQuestion(turn, proposal, ticked)))
}

/** The purposes that this chat agreed to and that still stand. */
async function agreedHere({ tx, contact }: Turn, exemplarId: number) {
  const consents = await standingConsents(tx, exemplarId)
  return consents.filter(({ contactId }) => contactId === contact.id).map(({ purpose }) => purpose)
}

const OPEN: readonly Review[] = ['draft', 'submitted', 'returned', 'approved']

/** Is there still something to agree to? For a child under sixteen a guardian signs. */
const isOpen = ({ review, underSixteen }: ProposalInReview): boolean => OPEN.includes(review) && !underSixteen

/** Of whom it speaks, and why it is no good, is nobody's business who holds no good link. */
const sayNoGood = (turn: Turn): Promise<void> => turn.say({ text: turn.t('nominee.noGood') })

const nomineeChoice = (value: string | undefined): TopicChoice | null => {
  const choice = value === undefined ? null : readTopicChoice(value)
  return choice?.topic === 'nominee' ? choice : null
}

/**
 * The value of what they typed, where the last thing they were shown offers it. Our own people's words have a dialogue
 * to answer to; of theirs only a number can mean a nominee's button.
 */
async function valueTyped({ tx, contact, message }: Turn): Promise<string | undefined> {
  const { text = '', startCode } = message
  const isNumber = /^[1-5]$/.test(text.trim())
  if (text === '' || startCode !== undefined || (contact.personId !== null && !isNumber)) return undefined
  const shown = await lastShown(tx, contact.id)
  return chosen(text, shown?.choices?.flat() ?? []) ?? undefined
}
