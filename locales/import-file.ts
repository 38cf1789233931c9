/** What is said of any file that somebody of the office sent to be taken in: what to mend in it, and what to decide. */
import type { ParseKeys } from 'i18next'
import type { Problem } from '../domain/imports/problem.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import type { Translate } from './i18n.ts'

/** More lines than these nobody reads on a phone. */
const MOST_PROBLEMS = 8
/** So many letters of a line tell which it is. */
const SHORT = 60

export const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))}…`

/** `id` of the file. */
export const importDecisions = (id: number, t: Translate): [Choice, Choice] => [
  { label: t('intake.take'), value: topicValue('intake', 'take', id) },
  { label: t('intake.drop'), value: topicValue('intake', 'drop', id) },
]

/** A file that cannot be taken in, with the lines to mend; without any, nothing of it could be read. */
export function unreadableFile(name: string, problems: readonly Problem[], t: Translate): OutgoingMessage {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const lines = problemLines(errors, t)
  const head = t(lines.length > 0 ? 'intake.mend' : 'intake.unreadable', { file: name })
  return { text: [head, ...lines].join('\n') }
}

/** What a plan's document lacks, by the field. */
const MISSING: Record<string, ParseKeys> = {
  'plan.number': 'intake.missing.number',
  'plan.issuedOn': 'intake.missing.issuedOn',
  'plan.title': 'intake.missing.title',
  year: 'intake.missing.year',
  tasks: 'intake.missing.tasks',
}

/** Where to look, and what stands there. */
export function problemLines(problems: readonly Problem[], t: Translate): string[] {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ line, field, value }) => {
    const missing = value === '' ? MISSING[field] : undefined
    if (missing) return `- ${t(missing)}`
    return `- ${t(value === '' ? 'intake.problemThere' : 'intake.problem', { line, field, value: shortened(value) })}`
  })
  const more = problems.length - lines.length
  return more > 0 ? [...lines, t('intake.more', { n: more })] : lines
}
