/** A task of a plan in one paragraph: where it stands, when it is due, who is asked, and what is to be done. */
import type { Doubt } from '../domain/imports/plan-reading/doubts.ts'
import type { PreviewRow } from '../domain/imports/plan-reading/read-plan-document.ts'
import { type Audience, asksUnits } from '../domain/plans/audience.ts'
import { isOutsideQuarter } from '../domain/plans/in-quarter.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { shortened } from './import-file.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

export const quarterWords = (quarter: number | null, t: Translate): string =>
  quarter === null ? t('intake.allYear') : t('intake.quarter', { quarter: ROMAN[quarter - 1] ?? '' })

/** "hỏi: các trường, trưởng khối"; or that the task is the office's own. */
export function whoWords(
  { audience, asksUnitHeads }: { audience: readonly Audience[]; asksUnitHeads: boolean },
  t: Translate,
): string {
  if (!asksUnitHeads) return t('intake.officeOnly')
  const names = audience.filter(asksUnits).map((group) => t(`intake.who.${group}`))
  return t('intake.asks', { names: names.join(', ') })
}

/** What the paragraph shows by itself: nobody asked, a guess marked with "?", a day marked with a star. */
const SHOWN: readonly Doubt[] = ['scanned', 'nobody_named', 'audience_from_words', 'year_long', 'month_end']

/** Those that somebody has to hold against the paper. */
export const pointedAt = ({ doubts }: PreviewRow): Doubt[] => doubts.filter((doubt) => !SHOWN.includes(doubt))

/** The text names no day. */
export const isDayConcluded = ({ dueBasis }: PreviewRow): boolean => dueBasis !== 'stated'

/** Units would be asked on the strength of the sentence alone. */
export const isWhoConcluded = ({ asksUnitHeads, audienceBasis }: PreviewRow): boolean =>
  asksUnitHeads && audienceBasis !== 'stated'

/** `II.4.b · quý IV · 31/12* · hỏi: các trường? · Báo cáo tổng kết … ⚠` */
export function taskLine(row: PreviewRow, t: Translate): string {
  const parts = [
    row.clause,
    quarterWords(row.quarter, t),
    `${shortDay(row.dueOn)}${isDayConcluded(row) ? '*' : ''}`,
    `${whoWords(row, t)}${isWhoConcluded(row) ? '?' : ''}`,
    shortened(row.text),
  ]
  return `${parts.join(' · ')}${isOutsideQuarter(row) || pointedAt(row).length > 0 ? ' ⚠' : ''}`
}
