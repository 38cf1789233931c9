/** The gate before every answer: may this person go on with this proposal, and may it still be changed? */
import { lockedProposal, type Proposal } from '../../../db/exemplars/exemplars.ts'
import { exemplarCode, type Review } from '../../../domain/exemplars/exemplar.ts'
import type { PersonTurn } from '../../turn.ts'

/** A draft, or what the office gave back: only these are the proposer's to change. */
const OPEN: readonly Review[] = ['draft', 'returned']

/** Their own proposal for a unit they still answer for, in one of these states; null without a word. */
export async function proposalIfTheirs(
  turn: PersonTurn,
  id: number,
  states: readonly Review[] = OPEN,
): Promise<Proposal | null> {
  const proposal = await lockedProposal(turn.tx, id, turn.now)
  return proposal && isTheirs(turn, proposal) && states.includes(proposal.review) ? proposal : null
}

/** The same; null after telling them why not. */
export async function proposalOf(
  turn: PersonTurn,
  id: number,
  states: readonly Review[] = OPEN,
): Promise<Proposal | null> {
  const { t } = turn
  const proposal = await lockedProposal(turn.tx, id, turn.now)
  if (!proposal) await turn.say({ text: t('exemplar.gone') })
  else if (!isTheirs(turn, proposal)) await turn.say({ text: t('talk.notYourUnit') })
  else if (!states.includes(proposal.review)) {
    const state = t(`exemplar.state.${proposal.review}`)
    await turn.say({ text: t('exemplar.closed', { code: exemplarCode(id), state }) })
  } else return proposal
  return null
}

/** What nobody else may see: whoever gave up their post cannot go on for its unit either. */
export const isTheirs = ({ person }: PersonTurn, { proposerId, unitId }: Proposal): boolean =>
  proposerId === person.id && person.unitIds.includes(unitId)
