/** What every part of a report is written from. */
import type { AnswerFacts, PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { Tracer } from './tracer.ts'

export type Writing = { facts: PeriodFacts; paper: PaperFacts; t: Translate; tracer: Tracer }

/** Vietnamese writes a thousand as 1.000. */
export const figure = (n: number): string => n.toLocaleString('vi-VN')

/** "62,5%"; nothing of nothing is 0%. */
export const share = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`

/** 31/12/2026 from 2026-12-31. The decree puts a nought before days under 10 and the months 1 and 2 alone: 02/9/2026. */
export function writtenDay(written: string): string {
  const { day, month, year } = Temporal.PlainDate.from(written)
  return [String(day).padStart(2, '0'), month < 3 ? `0${month}` : month, year].join('/')
}

/** For the trace: what is owed, which is counted. */
export const assignmentRows = (answers: readonly AnswerFacts[]): string[] =>
  answers.map(({ assignmentId }) => `assignment ${assignmentId}`)

/** For the trace: what is owed with what was answered to it, whose state or words are shown. */
export const answerRows = (answers: readonly AnswerFacts[]): string[] =>
  answers.flatMap(({ assignmentId, said }) => [
    `assignment ${assignmentId}`,
    ...(said ? [`report ${said.reportId}`] : []),
  ])

export const unitRows = (codes: readonly string[]): string[] => codes.map((code) => `unit ${code}`)
