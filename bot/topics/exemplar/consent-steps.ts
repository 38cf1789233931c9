/** The questions about consent: what was agreed to, how, and the picture that proves it. Nothing is ticked beforehand. */
import type { Proposal } from '../../../db/exemplars/exemplars.ts'
import { CONSENT_METHODS, CONSENT_PURPOSES, type ConsentMethod } from '../../../domain/exemplars/exemplar.ts'
import { consentSubject } from '../../../domain/exemplars/questions.ts'
import type { Choice } from '../../../domain/message.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import type { PersonTurn } from '../../turn.ts'
import type { Composed } from './composed.ts'
import { kindChoiceOf } from './telling-steps.ts'

/** For a child a guardian signs, nothing else will do. */
export const methodsFor = ({ underSixteen }: Proposal): readonly ConsentMethod[] =>
  underSixteen ? ['signed_form'] : CONSENT_METHODS

/** What may be ticked: the three purposes, and for a child of seven or older that it agrees too. */
export const ticksFor = ({ underSixteen, fromSeven }: Proposal) =>
  underSixteen && fromSeven ? ([...CONSENT_PURPOSES, 'child'] as const) : CONSENT_PURPOSES

export type Tick = (typeof CONSENT_PURPOSES)[number] | 'child'

export function isTicked(proposal: Proposal, tick: Tick): boolean {
  const subject = consentSubject(proposal)
  return proposal.consents.some((one) =>
    tick === 'child' ? one.subject === 'child' : one.subject === subject && one.purpose === tick,
  )
}

export function consentStep({ t }: PersonTurn, proposal: Proposal): Composed {
  const { id } = proposal
  const ticks = ticksFor(proposal)
  const boxed = ticks.map((tick) => ({ tick, box: isTicked(proposal, tick) ? '☑' : '☐' }))
  const lines = boxed.map(({ tick, box }) => `${box} ${t(`exemplar.purpose.${tick}`)}`)
  const toggles: Choice[][] = boxed.map(({ tick, box }) => [
    { label: `${box} ${t(`exemplar.tick.${tick}`)}`, value: topicValue('exemplar', 'tick', id, tick) },
  ])
  const all = { label: t('exemplar.tick.all'), value: topicValue('exemplar', 'tick', id, 'all') }
  const how = methodsFor(proposal).map((method) => ({
    label: t(`exemplar.method.${method}`),
    value: topicValue('exemplar', 'how', id, method),
  }))
  const later = { label: t('exemplar.notAsked'), value: topicValue('exemplar', 'not-asked', id) }
  const who = t(`exemplar.whose.${kindChoiceOf(proposal) ?? 'person'}`, { name: proposal.name ?? '' })
  const ask = t(proposal.underSixteen ? 'exemplar.ask.guardianConsent' : 'exemplar.ask.consent', { who })
  const answers = [...how, later]
  return {
    text: [ask, lines.join('\n'), t('exemplar.ask.how')].join('\n\n'),
    choices: [...toggles, [all], answers.slice(0, 2), answers.slice(2)].filter((row) => row.length > 0),
  }
}

export function evidenceStep({ t }: PersonTurn, { id, name, consents }: Proposal): Composed {
  const signed = consents.some(({ method }) => method === 'signed_form')
  const other = { label: t('exemplar.otherWay'), value: topicValue('exemplar', 'part', id, 'consent') }
  return {
    text: t(signed ? 'exemplar.ask.form' : 'exemplar.ask.message', { name: name ?? '' }),
    choices: [[other]],
  }
}
