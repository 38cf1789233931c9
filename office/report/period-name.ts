/** How a period is called in an official paper. */
import type { PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { Quarter } from '../../domain/quarter.ts'
import type { Translate } from '../../locales/i18n.ts'

const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

export const roman = (quarter: Quarter): string => ROMAN[quarter]

/** "quý IV năm 2026", "6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "năm 2026" */
export function periodName({ quarters, year }: Pick<PeriodFacts, 'quarters' | 'year'>, t: Translate): string {
  const [only, ...others] = quarters
  if (only && others.length === 0) return t('report.period.quarter', { quarter: roman(only), year })
  return t(`report.period.${quarters.length === 2 ? 'half' : quarters.length === 3 ? 'nine' : 'year'}`, {
    year,
  })
}

/** Points are counted by the Vietnamese alphabet, in which đ comes after d and there is no f, j, w or z. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** From 0: a, b, c, d, đ, e; after y comes a1. */
export const pointLetter = (at: number): string =>
  `${LETTERS[at % LETTERS.length]}${at < LETTERS.length ? '' : Math.floor(at / LETTERS.length)}`
