/** A period as people say it: "quý IV năm 2026", "6 tháng đầu năm 2026". */
import { type Period, periodName } from '../domain/quarter.ts'
import type { Translate } from './i18n.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

export function periodInWords(period: Pick<Period, 'year' | 'quarters'>, t: Translate): string {
  const { year, quarters } = period
  const [quarter = 1] = quarters
  if (quarters.length === 1) return t('papers.quarter', { quarter: ROMAN[quarter - 1] ?? '', year })
  const span = periodName(period).slice(4)
  return t(span === '-H1' ? 'papers.halfYear' : span === '-9M' ? 'papers.nineMonths' : 'papers.year', {
    year,
  })
}
