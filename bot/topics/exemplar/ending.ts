/** Leaving a proposal, throwing a draft away, taking back what the office has seen. */
import { audit } from '../../../db/audit.ts'
import { markWithdrawn, type Proposal } from '../../../db/exemplars/exemplars.ts'
import { deleteDraft } from '../../../db/forgetting/erase-exemplar.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { fullDay } from '../../../locales/dates.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { Awaited } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { nameOf } from './ending-steps.ts'
import { keptUntil } from './kept-until.ts'
import { proposalIfTheirs } from './proposal-of-person.ts'
import { askStep, goOn } from './step.ts'

/** "Hủy": what was told is kept, and they hear for how long and how to go on. */
export async function leave(turn: PersonTurn, { id }: Awaited): Promise<void> {
  const { t } = turn
  const proposal = await proposalIfTheirs(turn, id)
  if (!proposal) return turn.say({ text: t('talk.cancelled') })
  if (proposal.review === 'returned') {
    return turn.say({ text: t('exemplar.leftReturned', { code: exemplarCode(id) }) })
  }
  const values = { name: nameOf(t, proposal), day: fullDay(keptUntil(turn, proposal)) }
  return turn.say({ text: t('exemplar.left', values) })
}

export async function askDiscard(turn: PersonTurn, proposal: Proposal): Promise<void> {
  await (proposal.review === 'draft' ? askStep(turn, proposal, 'discard') : goOn(turn, proposal.id))
}

/** Only a draft can be thrown away: of what the office has seen, a trace stays. */
export async function discard(turn: PersonTurn, proposal: Proposal): Promise<void> {
  if (proposal.review !== 'draft') return goOn(turn, proposal.id)
  await deleteDraft(turn.tx, proposal.id, turn.now)
  await audit(turn.tx, {
    personId: turn.person.id,
    through: 'chat',
    action: 'exemplar.discarded',
    subject: `exemplar:${proposal.id}`,
    at: turn.now,
  })
  turn.asked = NOTHING_ASKED
  await answerInPlace(turn, { text: turn.t('exemplar.discarded') })
}

export async function withdraw(turn: PersonTurn, proposal: Proposal): Promise<void> {
  await markWithdrawn(turn.tx, proposal.id, turn.person.id, turn.now)
  turn.asked = NOTHING_ASKED
  const values = { name: proposal.name ?? '', code: exemplarCode(proposal.id) }
  await answerInPlace(turn, { text: turn.t('exemplar.withdrawn', values) })
}

/** They thought better of taking it back. */
export async function keep(turn: PersonTurn, proposal: Proposal): Promise<void> {
  const { t } = turn
  if (proposal.review === 'returned') return goOn(turn, proposal.id)
  turn.asked = NOTHING_ASKED
  const state = t(`exemplar.state.${proposal.review}`)
  await answerInPlace(turn, { text: t('exemplar.closed', { code: exemplarCode(proposal.id), state }) })
}
