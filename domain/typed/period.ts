/** Reads a period as people of the office type it: "quý 4", "Quý IV", "6 tháng", "9 thang", "năm", "2026-Q4". */
import { firstDayOfQuarter, type Period, parsePeriod, type Quarter, quarterOf } from '../quarter.ts'
import { fold } from '../vietnamese.ts'

const ROMAN: Record<string, Quarter> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** Without a year the latest such period that has begun is meant. Null for what is no period. */
export function typedPeriod(text: string, today: Temporal.PlainDate): Period | null {
  const written = parsed(text)
  if (written) return written
  const plain = fold(text)
  const [, words = '', year] = /^(.*?)(?:\s*(?:nam|\/|-)?\s*(\d{4}))?$/.exec(plain) ?? []
  const span = words === '' && year ? '' : spanOf(words.trim())
  if (span === null) return null
  const meant = Number(year ?? today.year)
  const period = parsed(`${meant}${span}`)
  if (!period || year !== undefined || Temporal.PlainDate.compare(period.from, today) <= 0) return period
  return parsed(`${meant - 1}${span}`)
}

/** As it stands after the year in a period's name. */
function spanOf(words: string): string | null {
  const quarter = /^q(?:uy)?\s*(?:([1-4])|(i{1,3}|iv))$/.exec(words)
  if (quarter) return `-Q${quarter[1] ?? ROMAN[quarter[2] ?? '']}`
  if (/^(6|sau) thang( dau( nam)?)?$/.test(words)) return '-H1'
  if (/^(9|chin) thang( dau( nam)?)?$/.test(words)) return '-9M'
  return /^(ca )?nam( nay)?$/.test(words) ? '' : null
}

function parsed(text: string): Period | null {
  try {
    return parsePeriod(text)
  } catch {
    return null
  }
}

/** What an office is likely to report on now: this quarter, the one before, and the longer period that ends with one. */
export function likelyPeriods(today: Temporal.PlainDate): Period[] {
  const current = quarterOf(today)
  const before = firstDayOfQuarter(today.year, current).subtract({ days: 1 })
  const longer = { 1: '', 2: '-H1', 3: '-9M', 4: '' }[current]
  return [
    parsePeriod(`${today.year}-Q${current}`),
    parsePeriod(`${before.year}-Q${quarterOf(before)}`),
    parsePeriod(current === 1 ? `${before.year}` : `${today.year}${longer}`),
  ]
}
