/** Asks the next thing about a proposal, where the finger is: each step is a text with its choices. */
import { lockedProposal, type Proposal } from '../../../db/exemplars/exemplars.ts'
import { nextQuestion, type Question } from '../../../domain/exemplars/questions.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import type { Composed } from './composed.ts'
import { consentStep, evidenceStep } from './consent-steps.ts'
import { discardStep, withdrawStep } from './ending-steps.ts'
import { inviteStep, partsStep, reviewStep } from './review-steps.ts'
import { deedStep, fieldStep, kindStep, nameStep, photosStep, roleStep, sevenStep } from './telling-steps.ts'

/** A question that is missing an answer, or one that comes when none is. */
export type Step = Question | 'review' | 'invite' | 'parts' | 'discard' | 'withdraw'

const COMPOSE: Record<Step, (turn: PersonTurn, proposal: Proposal) => Composed | Promise<Composed>> = {
  kind: kindStep,
  seven: sevenStep,
  name: nameStep,
  role: roleStep,
  field: fieldStep,
  deed: deedStep,
  photos: photosStep,
  consent: consentStep,
  evidence: evidenceStep,
  review: reviewStep,
  invite: inviteStep,
  parts: partsStep,
  discard: discardStep,
  withdraw: withdrawStep,
}

export const isStep = (name: string): name is Step => Object.hasOwn(COMPOSE, name)

/** Asks this; `before` is the word on what just came. */
export async function askStep(
  turn: PersonTurn,
  proposal: Proposal,
  step: Step,
  { before, said }: { before?: string; said?: string } = {},
): Promise<void> {
  const { text, choices } = await COMPOSE[step](turn, proposal)
  await askInPlace(turn, {
    text: before === undefined ? text : `${before}\n\n${text}`,
    choices,
    awaits: { topic: 'exemplar', question: step, id: proposal.id, said },
  })
}

/** Asks what is missing now; when nothing is, shows what will be sent. */
export async function goOn(turn: PersonTurn, id: number, before?: string): Promise<void> {
  const proposal = await lockedProposal(turn.tx, id, turn.now)
  if (proposal) await askStep(turn, proposal, nextQuestion(proposal) ?? 'review', { before })
}
