/** What every part of a report is written from. */
import type { AnswerFacts, PeriodFacts } from '../../domain/papers/period-facts.ts'
import { fullDay } from '../../locales/dates.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { Tracer } from './tracer.ts'

export type Writing = { facts: PeriodFacts; paper: PaperFacts; t: Translate; tracer: Tracer }

/** Vietnamese writes a thousand as 1.000. */
export const figure = (n: number): string => n.toLocaleString('vi-VN')

/** "62,5%"; nothing of nothing is 0%. */
export const share = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`

/** 31/12/2026 from 2026-12-31. */
export const writtenDay = (day: string): string => fullDay(Temporal.PlainDate.from(day))

/** The rows behind answers, for the trace. */
export const assignmentRows = (answers: readonly AnswerFacts[]): string[] =>
  answers.map(({ assignmentId }) => `assignment ${assignmentId}`)
