/** A proposal as the office sees it: who proposed whom for what, what was agreed to, what is like it, where it stands. */
import type { ProposalInReview } from '../../../db/exemplars/review.ts'
import { type Similar, similarProposals } from '../../../db/exemplars/similar.ts'
import type { Settings } from '../../../db/settings.ts'
import { CONSENT_PURPOSES, exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { stageMoves } from '../../../domain/exemplars/stages.ts'
import type { Choice, OutgoingMessage } from '../../../domain/message.ts'
import { officeDay } from '../../../domain/office-day.ts'
import type { Quarter } from '../../../domain/quarter.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { shortDay } from '../../../locales/dates.ts'
import type { Translate } from '../../../locales/i18n.ts'
import type { Turn } from '../../turn.ts'
import { stateLines } from './proposal-state.ts'

const MOST_WARNINGS = 3

type Words = { t: Translate; settings: Settings }

/** The whole of it, with its photos and with what may be done about it now. */
export async function proposalCard(
  { tx, t, settings }: Pick<Turn, 'tx' | 't' | 'settings'>,
  proposal: ProposalInReview,
): Promise<OutgoingMessage> {
  const isWaiting = proposal.review === 'submitted'
  const similar = isWaiting ? await similarProposals(tx, proposal) : []
  const lines = [
    ...about(proposal, { t, settings }),
    consentLine(proposal, t),
    ...similar.slice(0, MOST_WARNINGS).map((other) => warning(other, t)),
    ...stateLines(proposal, { t, settings }),
  ]
  return {
    text: lines.filter(Boolean).join('\n'),
    files: proposal.photos.map((attachment) => ({ attachment })),
    choices: choicesOf(proposal, similar, t),
  }
}

function about(proposal: ProposalInReview, { t, settings }: Words) {
  const { id, kind, name, role, field, unit, proposer, submittedAt, deed, photos } = proposal
  const times = proposal.history.filter(({ event }) => event === 'submitted').length
  const head = proposal.review !== 'submitted' ? 'known' : times > 1 ? 'mended' : 'new'
  return [
    t(`review.head.${head}`, {
      code: exemplarCode(id),
      name: name ?? '',
      kind: t(`review.kind.${kind ?? 'person'}`),
    }),
    role,
    t('review.from', {
      field: t(`exemplar.field.${field ?? 'other'}`),
      unit,
      proposer,
      day: submittedAt ? shortDay(officeDay(submittedAt, settings.timezone)) : '',
    }),
    deed && t('review.deed', { deed }),
    proposal.underSixteen ? t('review.child') : null,
    t('review.photos', { n: photos.length }),
  ]
}

function consentLine({ may, methods }: ProposalInReview, t: Translate): string {
  const named = (agreed: boolean) =>
    CONSENT_PURPOSES.filter((purpose) => may[purpose] === agreed)
      .map((purpose) => t(`exemplar.covers.${purpose}`))
      .join(', ')
  if (named(true) === '') return t('review.noConsents')
  const how = methods.map((method) => t(`exemplar.by.${method}`)).join(', ')
  const agreed = t('review.consents', { agreed: named(true), how: how && ` (${how})` })
  return named(false) === '' ? agreed : `${agreed} ${t('review.notAgreed', { purposes: named(false) })}`
}

function warning({ id, likeness, review, name, unit, ...period }: Similar, t: Translate): string {
  const code = exemplarCode(id)
  const when = { quarter: quarterInWords(period.quarter, t), year: period.year }
  if (likeness === 'same' && review === 'approved') return t('review.praised', { code, ...when })
  return t('review.alike', { code, name, unit, ...when, review: t(`review.review.${review}`) })
}

/** "quý IV" */
export const quarterInWords = (quarter: number, t: Translate): string =>
  t(`review.quarter.${quarter as Quarter}`)

function choicesOf({ id, review, stage, evidence }: ProposalInReview, similar: Similar[], t: Translate) {
  const act = (label: string, name: string, detail?: string): Choice => ({
    label,
    value: topicValue('review', name, id, detail),
  })
  const decide = [act(t('review.approve'), 'approve'), act(t('review.return'), 'return')]
  if (similar.length > 0) decide.push(act(t('review.same'), 'same'))
  const moves = (stage ? stageMoves(stage) : []).map(({ way, to }) =>
    act(t(`review.${way}`, { stage: t(`review.stage.${to}`) }), 'stage', `${stage}.${to}`),
  )
  const first = review === 'submitted' ? decide : review === 'approved' ? moves : []
  const proofs = evidence.length > 0 ? [act(t('review.evidence'), 'evidence')] : []
  return [first, proofs].filter((row) => row.length > 0)
}
