/** Reads what a plan says of itself before its first clause: number, day of issue, title, year. */
import { hasPhrase } from './near-phrase.ts'
import { plainWords } from './period-words.ts'

export type PlanHeader = {
  /** Such as 83/KH-UBND. */
  number: string | null
  issuedOn: Temporal.PlainDate | null
  title: string | null
  /** That of the title, or else of the day of issue. */
  year: number | null
}

type Paragraph = { line: number; text: string }

const NUMBER = /(\d{1,5})\s*\/\s*(KH\s*-\s*[A-ZĐ]{2,10}(?:-[A-ZĐ]{1,10})?)/u
const ISSUED = /ng[a-z]y (\d{1,2}) th[a-z]ng (\d{1,2}) n[a-z]{1,2}m (\d{4})/
/** The title is followed by the reasons for the plan. */
const AFTER_TITLE = /(?:^|\s)(?:Thực hiện|Thuc hi[eé]n|Căn cứ|Can c[uứ]|Nhằm|Để|Trên cơ sở)\s/u

export function planHeader(opening: readonly Paragraph[]): PlanHeader {
  const whole = opening.map(({ text }) => text).join('\n')
  const number = NUMBER.exec(whole)
  const issuedOn = dayOfIssue(whole)
  const title = titleIn(opening)
  const year = Number(/20\d\d(?!.*20\d\d)/.exec(title ?? '')?.[0] ?? issuedOn?.year ?? 0)
  return {
    number: number && `${number[1]}/${number[2]?.replace(/\s/g, '')}`,
    issuedOn,
    title,
    year: year || null,
  }
}

function dayOfIssue(text: string): Temporal.PlainDate | null {
  const found = ISSUED.exec(plainWords(text))
  if (!found) return null
  const [, day, month, year] = found.map(Number)
  try {
    return Temporal.PlainDate.from({ year: year!, month: month!, day: day! }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** What follows the words KẾ HOẠCH, which stand alone or before the title on one line. */
function titleIn(opening: readonly Paragraph[]): string | null {
  const start = opening.findIndex(
    ({ text }) => hasPhrase(text.slice(0, 10), 'ke hoach') && !/\d{1,5}\s*\//.test(text),
  )
  if (start < 0) return null
  const [first, ...rest] = opening.slice(start).map(({ text }) => text)
  const beside = first!.slice(8).trim()
  const lines = [beside, ...rest.slice(0, 3)].filter(Boolean)
  const end = lines.findIndex((line, index) => (index > 0 && line.length > 200) || AFTER_TITLE.test(line))
  const kept =
    end < 0
      ? lines
      : [...lines.slice(0, end), lines[end]!.slice(0, AFTER_TITLE.exec(lines[end]!)?.index ?? 0)]
  return kept.join(' ').trim() || null
}
