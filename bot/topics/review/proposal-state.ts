/** Where a proposal stands, in words: who decided what and when, and its stage. */
import type { ProposalInReview, ReviewEvent } from '../../../db/exemplars/review.ts'
import type { Settings } from '../../../db/settings.ts'
import { exemplarCode } from '../../../domain/exemplars/exemplar.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { clockTime, shortDay } from '../../../locales/dates.ts'
import type { Translate } from '../../../locales/i18n.ts'

type Words = { t: Translate; settings: Settings }

/** Empty while it waits for the first time; of one that waits again, why it was returned. */
export function stateLines(proposal: ProposalInReview, words: Words): string[] {
  const { review, history } = proposal
  const { t } = words
  if (review === 'submitted') {
    const returned = history.findLast(({ event }) => event === 'returned')
    return returned
      ? [t('review.lastReturned', { by: returned.by ?? '', reason: returned.reason ?? '' })]
      : []
  }
  const decided = history.findLast(({ event }) => event === review)
  return [
    decided ? decisionLine(proposal, decided, words) : '',
    review === 'approved' ? stageLine(proposal, words) : '',
  ]
}

function decisionLine(
  { review, sameAsId, mendBy }: ProposalInReview,
  { by, at, reason }: ReviewEvent,
  { t, settings }: Words,
): string {
  const when = {
    by: by ?? '',
    time: clockTime(at, settings.timezone, settings.language),
    day: shortDay(officeDay(at, settings.timezone)),
  }
  switch (review) {
    case 'approved':
      return t('review.state.approved', when)
    case 'returned':
      return t('review.state.returned', {
        ...when,
        reason: reason ?? '',
        due: mendBy ? shortDay(mendBy) : '',
      })
    case 'same':
      return t('review.state.same', { ...when, code: exemplarCode(sameAsId ?? 0) })
    case 'withdrawn':
      return t(by === null ? 'review.state.withdrawnByNominee' : 'review.state.withdrawn', when)
    default:
      return ''
  }
}

function stageLine({ stage, history }: ProposalInReview, { t, settings }: Words): string {
  if (!stage) return ''
  const named = t(`review.stage.${stage}`)
  const moved = history.findLast(({ event }) => event === 'stage')
  if (!moved) return t('review.stageNow', { stage: named })
  const day = shortDay(officeDay(moved.at, settings.timezone))
  return t('review.stageMoved', { stage: named, by: moved.by ?? '', day })
}
