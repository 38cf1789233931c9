/** Finds the months, quarters and parts of the year that a text names. */
import type { Quarter } from '../../../quarter.ts'

/** The whole year has no quarter; a month has its own. */
export type NamedPeriod = {
  /** Where in the text it stands, to tell which of several was meant. */
  at: number
  /** Where it ends, with its year. */
  end: number
  firstMonth: number
  lastMonth: number
  kind: 'month' | 'quarter' | 'half' | 'year'
  /** For the codes of tasks under such a heading: T3, Q1, CN. */
  label: string
  /** It names more than one of its kind. */
  several: boolean
  /** Where the text gives one: "quý IV/2025". */
  year: number | null
}

/** Lower case without tone marks, with its signs: dates need their strokes. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim()

/** Scanners take the vowels of these words for others. */
const MONTH = 'th[a-z]ng'
const YEAR = 'n[a-z]{1,2}m'
const JOINT = '\\s*(?:,|;|-|–|\\+|va|den(?: het)?)\\s*'

const MONTHS = new RegExp(
  `(?<!\\bmoi |\\bh[a-z]ng )${MONTH} (\\d{1,2}(?:${JOINT}(?:${MONTH} )?\\d{1,2}(?!\\d|/\\d{1,2}(?!\\d)))*)(?!\\d)`,
  'g',
)
// Scanners read I as l, H or a stroke, and put quotes between. After a damaged "quý" only such letters count, for
// "quá 3 ngày" is no quarter. Quý is spelt Quí too.
const ROMAN = "[ivlh|'’‘]{1,5}"
const ONE_QUARTER = `(?:${ROMAN}|[1-4]|1{2,3})`
const QUARTERS = new RegExp(
  `\\b(?:qu[yvi] (?=[1-4])|qu[a-z] (?![1-4]))(${ONE_QUARTER}(?:${JOINT}(?:qu[a-z] )?${ONE_QUARTER})*)(?![a-z\\d])`,
  'g',
)
/** Each with its first month, its last, and its label. */
const HALVES: readonly [RegExp, number, number, string][] = [
  [new RegExp(`(?:6|sau) ${MONTH} dau ${YEAR}`, 'g'), 1, 6, '6TD'],
  [new RegExp(`(?:6|sau) ${MONTH} cuoi ${YEAR}`, 'g'), 7, 12, '6TC'],
  [new RegExp(`(?:9|chin) ${MONTH} dau ${YEAR}`, 'g'), 1, 9, '9T'],
]
const ALL_YEAR = new RegExp(
  `\\b(?:ca|trong|quanh|suot) ${YEAR}\\b|th[a-z]{2,3}ng xuy[a-z]n|xuyen suot|(?:h[a-z]ng|moi) (?:${YEAR}|quy|${MONTH}|tu[a-z]n)\\b|dinh ky`,
  'g',
)

/** In the order of the text. */
export function periodsIn(text: string): NamedPeriod[] {
  const plain = plainWords(text)
  const found = (form: RegExp, read: (list: string) => Named | null) =>
    [...plain.matchAll(form)].flatMap((match) => {
      const named = read(match[1] ?? '')
      const end = match.index + match[0].length
      const year = YEAR_AFTER.exec(plain.slice(end))
      if (!named || LUNAR.test(plain.slice(end))) return []
      return [
        {
          ...named,
          at: match.index,
          end: end + (year?.[0].length ?? 0),
          year: Number(year?.[1] ?? 0) || null,
        },
      ]
    })
  return [
    ...found(MONTHS, monthsNamed),
    ...found(QUARTERS, quartersNamed),
    ...HALVES.flatMap(([form, firstMonth, lastMonth, label]) =>
      found(form, () => ({ firstMonth, lastMonth, kind: 'half', label, several: false })),
    ),
    ...found(ALL_YEAR, () => ({ firstMonth: 1, lastMonth: 12, kind: 'year', label: 'CN', several: false })),
  ].toSorted((a, b) => a.at - b.at)
}

type Named = Omit<NamedPeriod, 'at' | 'end' | 'year'>

const YEAR_AFTER = /^\s*(?:\/|n[a-z]{1,2}m)?\s*(20\d\d)/

/** A month of the lunar calendar is none of ours. */
export const LUNAR = /^\s*\(?(?:am lich|al\b)/

function monthsNamed(list: string): Named | null {
  const months = [...list.matchAll(/\d+/g)].map(([month]) => Number(month))
  const [firstMonth, lastMonth] = [months[0] ?? 0, months.at(-1) ?? 0]
  if (months.some((month) => month < 1 || month > 12)) return null
  return { firstMonth, lastMonth, kind: 'month', label: `T${firstMonth}`, several: months.length > 1 }
}

function quartersNamed(list: string): Named | null {
  const quarters = list.split(new RegExp(`${JOINT}(?:qu[a-z] )?`)).map(quarterNamed)
  const [first, last] = [quarters[0], quarters.at(-1)]
  if (!first || !last || quarters.includes(null)) return null
  return {
    firstMonth: first * 3 - 2,
    lastMonth: last * 3,
    kind: 'quarter',
    label: `Q${first}`,
    several: quarters.length > 1,
  }
}

function quarterNamed(word: string): Quarter | null {
  const number = /^[1-4]$/.exec(word)
  if (number) return Number(word) as Quarter
  const roman = word.replace(/['’‘]/g, '').replace(/h/g, 'ii').replace(/[l|1]/g, 'i')
  const quarter = ['i', 'ii', 'iii', 'iv'].indexOf(roman) + 1
  return quarter === 0 ? null : (quarter as Quarter)
}

/** The label of the period that a short line begins with: such a line is a heading. Null for any other line. */
export function opensPeriod(text: string): string | null {
  const [first] = periodsIn(text)
  if (!first || first.at > 0 || text.length > 40 || /[.;]$/.test(text)) return null
  // "6 tháng đầu năm 2026" may be the end of a sentence that was broken at the margin.
  return first.kind === 'half' && !text.endsWith(':') ? null : first.label
}
