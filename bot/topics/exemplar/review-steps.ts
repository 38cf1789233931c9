/** What will be sent, to be looked over; and the parts of it that may be corrected. */
import { consentsOf } from '../../../db/exemplars/consents.ts'
import type { Proposal } from '../../../db/exemplars/exemplars.ts'
import { CONSENT_PURPOSES } from '../../../domain/exemplars/exemplar.ts'
import { correctable } from '../../../domain/exemplars/questions.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import type { PersonTurn } from '../../turn.ts'
import type { Composed } from './composed.ts'
import { inTwos, kindChoiceOf } from './telling-steps.ts'

export async function reviewStep(turn: PersonTurn, proposal: Proposal): Promise<Composed> {
  const send = { label: turn.t('exemplar.send'), value: topicValue('exemplar', 'send', proposal.id) }
  return {
    text: shown(turn, proposal, await consentLine(turn, proposal)),
    choices: ending(turn, proposal, send),
  }
}

/** The same before the nominee is asked: what they will say is not known yet. */
export function inviteStep(turn: PersonTurn, proposal: Proposal): Composed {
  const { t } = turn
  const link = { label: t('exemplar.makeLink'), value: topicValue('exemplar', 'invite', proposal.id) }
  return { text: shown(turn, proposal, t('exemplar.byLink')), choices: ending(turn, proposal, link) }
}

export function partsStep({ t }: PersonTurn, proposal: Proposal): Composed {
  const { id } = proposal
  const parts = correctable(proposal).map((question) => ({
    label: t(`exemplar.part.${question}`),
    value: topicValue('exemplar', 'part', id, question),
  }))
  const back = { label: t('exemplar.back'), value: topicValue('exemplar', 'back', id) }
  return { text: t('exemplar.ask.parts'), choices: [...inTwos(parts), [back]] }
}

function shown({ t }: PersonTurn, proposal: Proposal, consent: string): string {
  const kind = kindChoiceOf(proposal) ?? 'person'
  const { name, role, field, deed, photos } = proposal
  return [
    t('exemplar.review.head'),
    `${t(`exemplar.kind.${kind}`)}: ${name}`,
    role,
    field && t('exemplar.review.field', { field: t(`exemplar.field.${field}`) }),
    deed,
    t('exemplar.review.foot', { photos, consent }),
  ]
    .filter(Boolean)
    .join('\n')
}

/** Only what the consents cover, and how they were given. */
async function consentLine({ tx, t }: PersonTurn, proposal: Proposal): Promise<string> {
  const may = await consentsOf(tx, proposal.id)
  const covered = CONSENT_PURPOSES.filter((purpose) => may[purpose])
  const [method] = proposal.consents.flatMap((one) => one.method ?? [])
  if (covered.length === 0 || !method) return t('exemplar.noConsent')
  const purposes = covered.map((purpose) => t(`exemplar.covers.${purpose}`)).join(', ')
  return `${purposes} (${t(`exemplar.by.${method}`)})`
}

/** A draft may be thrown away; what the office has seen is taken back. */
function ending({ t }: PersonTurn, { id, review }: Proposal, first: { label: string; value: string }) {
  const correct = { label: t('exemplar.correct'), value: topicValue('exemplar', 'parts', id) }
  const end =
    review === 'draft'
      ? { label: t('exemplar.discard'), value: topicValue('exemplar', 'discard', id) }
      : { label: t('exemplar.withdraw'), value: topicValue('exemplar', 'withdraw', id) }
  return [[first, correct, end]]
}
