/** What is said of any file that somebody of the office sent to be taken in: why it cannot be, and what to decide. */
import type { FileKind } from '../domain/imports/office-documents/file-kind.ts'
import type { Problem } from '../domain/imports/problem.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import type { Translate } from './i18n.ts'

/** More places of one kind nobody looks up from a phone. */
const MOST_PLACES = 5
/** So many letters of a line tell which it is. */
const SHORT = 60

export const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))}…`

/** `id` of the file. */
export const importDecisions = (id: number, t: Translate): [Choice, Choice] => [
  { label: t('intake.take'), value: topicValue('intake', 'take', id) },
  { label: t('intake.drop'), value: topicValue('intake', 'drop', id) },
]

/** Why a file gives nothing to read. */
export type NotRead = Exclude<FileKind, 'word' | 'excel' | 'text'> | 'tooLarge' | 'tooMuch'

/** With what to send instead. `maxMb` is said of one that is too large. */
export const whyNotRead = (why: NotRead, wanted: 'plan' | 'units', t: Translate, maxMb = 20): string =>
  t(`intake.file.${why}`, { saveAs: t(`intake.saveAs.${wanted}`), maxMb })

/** A file of which nothing can be taken in, for one reason. */
export const fileRefused = (file: string, why: string, t: Translate): OutgoingMessage => ({
  text: `${t('intake.notRead', { file })}\n\n${why}`,
})

type Place = Pick<Problem, 'line' | 'value'> & { beside?: string }

/** "dòng 3 “Khối các trường học” (Khối trường học), dòng 9, …" */
export function placesOf(problems: readonly Place[], t: Translate): string {
  const places = problems.slice(0, MOST_PLACES).map(({ line, value, beside }) => {
    const quoted = value === '' ? '' : ` “${shortened(value)}”`
    return t('intake.unitLine', { line }) + quoted + (beside ? ` (${beside})` : '')
  })
  return [...places, ...(problems.length > MOST_PLACES ? ['…'] : [])].join(', ')
}
