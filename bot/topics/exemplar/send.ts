/** The last tap: the proposal goes to the office, or the nominee's own link to the proposer. */
import { consentsOf, forgetTicks } from '../../../db/exemplars/consents.ts'
import { type Proposal, tell } from '../../../db/exemplars/exemplars.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { isTold, nextQuestion } from '../../../domain/exemplars/questions.ts'
import { fullDay } from '../../../locales/dates.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import { consentWay } from '../../nominee/link.ts'
import type { PersonTurn } from '../../turn.ts'
import { askStep, goOn } from './step.ts'
import { submitProposal } from './submit.ts'

export async function send(turn: PersonTurn, proposal: Proposal): Promise<void> {
  const { tx, t, settings } = turn
  if (nextQuestion(proposal)) return goOn(turn, proposal.id)
  if (!(await consentsOf(tx, proposal.id)).store) {
    return askStep(turn, proposal, 'consent', { before: t('exemplar.needStore') })
  }
  await submitProposal(turn, proposal.id)
  turn.asked = NOTHING_ASKED
  const values = { name: proposal.name ?? '', code: exemplarCode(proposal.id), days: settings.review_days }
  await answerInPlace(turn, { text: t('exemplar.sent', values) })
}

/** Gives the proposer a link or a code to pass on; the proposal goes by itself once the nominee has said yes. */
export async function invite(turn: PersonTurn, proposal: Proposal): Promise<void> {
  const { tx, t, now, settings, person } = turn
  const { id, name } = proposal
  if (proposal.underSixteen || !isTold(proposal)) return goOn(turn, id)
  const way = await consentWay(turn, id)
  if (way === null) return askStep(turn, proposal, 'consent', { before: t('exemplar.noLink') })
  // What the proposer may have ticked is for the nominee to say now.
  await forgetTicks(tx, { exemplarId: id })
  await tell(tx, id, {}, now)
  turn.asked = NOTHING_ASKED
  const until = turn.today.add({ days: settings.consent_link_days })
  await answerInPlace(turn, { text: t('exemplar.linkMade', { name: name ?? '', day: fullDay(until) }) })
  const unit = person.posts.find(({ unitId }) => unitId === proposal.unitId)?.unit ?? ''
  const dear = { name: name ?? '', unit }
  if ('link' in way) return turn.say({ text: t('exemplar.linkToPassOn', { ...dear, link: way.link }) })
  const platform = t(`platform.${turn.message.from.channel}`)
  await turn.say({ text: t('exemplar.codeToPassOn', { ...dear, platform, bot: way.bot }) })
  // Alone in its bubble: one touch copies it.
  await turn.say({ text: way.code })
}
