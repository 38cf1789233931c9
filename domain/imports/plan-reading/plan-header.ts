/** Reads what a plan says of itself before its first clause: number, day of issue, title, year. */

import { plainWords } from './due/period-words.ts'
import { hasPhrase } from './near-phrase.ts'

export type PlanHeader = {
  /** Such as 83/KH-UBND. */
  number: string | null
  issuedOn: Temporal.PlainDate | null
  title: string | null
  /** That of the title, or else of the day of issue. */
  year: number | null
  /** Where the title names several years, of which this is one: "giai đoạn 2026 - 2030". */
  severalYears: string | null
}

type Paragraph = { line: number; text: string }

/** An office writes 83/KH-UBND, a committee of the Party 18-KH/ĐU. */
const NUMBER = /(\d{1,5})\s*(?:\/\s*KH\s*-\s*[A-ZĐ]{2,10}(?:-[A-ZĐ]{1,10})?|[-–]\s*KH\s*\/\s*[A-ZĐ]{2,10})/u
const ISSUED = /ng[a-z]y (\d{1,2}) th[a-z]ng (\d{1,2}) n[a-z]{1,2}m (\d{4})/
/** The title is followed by the reasons for the plan. */
const AFTER_TITLE = /(?:^|\s)(?:Thực hiện|Thuc hi[eé]n|Căn cứ|Can c[uứ]|Nhằm|Để|Trên cơ sở)\s/u

export function planHeader(opening: readonly Paragraph[]): PlanHeader {
  const whole = opening.map(({ text }) => text).join('\n')
  const number = NUMBER.exec(whole)
  const issuedOn = dayOfIssue(whole)
  const title = titleIn(opening)
  return {
    number: number?.[0].replace(/\s/g, '').replace('–', '-') ?? null,
    issuedOn,
    title,
    ...yearOf(title ?? '', issuedOn),
  }
}

const SPAN = /(20\d\d)\s*(?:-|–|đến|tới)\s*(?:(?:hết )?năm )?(20\d\d)/iu

/** Of a school year the second counts; of a longer time only the day of issue tells which of its years is planned. */
function yearOf(
  title: string,
  issuedOn: Temporal.PlainDate | null,
): Pick<PlanHeader, 'year' | 'severalYears'> {
  const span = SPAN.exec(title)
  const isSchoolYear = span !== null && /năm học\s*$/iu.test(title.slice(0, span.index))
  const single = /20\d\d(?!.*20\d\d)/.exec(span && !isSchoolYear ? title.replace(span[0], '') : title)
  if (single || !span) return { year: Number(single?.[0] ?? issuedOn?.year ?? 0) || null, severalYears: null }
  const [from, to] = [Number(span[1]), Number(span[2])]
  const issued = issuedOn?.year ?? from
  return { year: issued < from || issued > to ? from : issued, severalYears: span[0] }
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

/** Many a title begins with "Thực hiện"; the reasons for the plan cite a number, or lead on to its clauses. */
function deedIn(line: string): string {
  const [begin] = /^Th[ựu]c hi[ệeé]n/u.exec(line) ?? ['']
  const next = AFTER_TITLE.exec(line.slice(begin.length))
  const words = line.slice(0, next ? begin.length + next.index : undefined)
  return begin === '' || /\d\s*[/-]\s*\p{Lu}|như sau|:\s*$/u.test(words) ? '' : words
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
  const kept: string[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && line.length > 200) break
    const deed = index === 0 ? deedIn(line) : ''
    const end = AFTER_TITLE.exec(line.slice(deed.length))
    kept.push(line.slice(0, end ? deed.length + end.index : undefined))
    if (end) break
  }
  return kept.join(' ').trim() || null
}
