/** What is wrong or doubtful about a plan's file, and how to mend it: each kind told once, with the places to look at. */
import type { ParseKeys } from 'i18next'
import { fileKind } from '../domain/imports/office-documents/file-kind.ts'
import type { Problem } from '../domain/imports/problem.ts'
import type { OutgoingMessage } from '../domain/message.ts'
import type { Translate } from './i18n.ts'
import { fileRefused, type NotRead, placesOf, whyNotRead } from './import-file.ts'

/** What a plan's document lacks, by the field. */
const MISSING: Record<string, ParseKeys> = {
  'plan.number': 'intake.missing.number',
  'plan.issuedOn': 'intake.missing.issuedOn',
  'plan.title': 'intake.missing.title',
  year: 'intake.missing.year',
  tasks: 'intake.missing.tasks',
}

/** A file that cannot be taken in: what it is instead of a plan, or what to mend in it. */
export function planRefused(
  file: { name: string; bytes: Uint8Array },
  problems: readonly Problem[],
  t: Translate,
): OutgoingMessage {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const why = whyUnread(file.bytes, errors)
  if (why) return fileRefused(file.name, whyNotRead(why, 'plan', t), t)
  return { text: [t('intake.mend', { file: file.name }), ...planProblemLines(errors, t)].join('\n') }
}

const MOST_BYTES = 20_000_000

/** Null where it was read, and it is its words that are wrong. */
function whyUnread(bytes: Uint8Array, errors: readonly Problem[]): NotRead | null {
  const kind = fileKind(bytes)
  if (kind !== 'word' && kind !== 'excel' && kind !== 'text') return kind
  if (!errors.some(({ field, value }) => field === '' && value === '')) return null
  if (bytes.length > MOST_BYTES) return 'tooLarge'
  return kind === 'text' ? 'tooMuch' : 'unknown'
}

export function planProblemLines(problems: readonly Problem[], t: Translate): string[] {
  const missing = problems.flatMap(({ field, value }) => (value === '' && MISSING[field]) || [])
  const placed = problems.filter(({ field, value }) => value !== '' || !MISSING[field])
  const kinds = Map.groupBy(placed, kindOf)
  return [
    ...missing.map((key) => t(key)),
    ...[...kinds].map(([key, alike]) => t(key, { places: placesOf(alike, t) })),
  ].map((line) => `- ${line}`)
}

function kindOf({ field }: Problem) {
  if (field === '') return 'intake.unread'
  if (/\.dueOn$/.test(field)) return 'intake.wrong.dueOn'
  return /\.code$/.test(field) ? 'intake.wrong.code' : 'intake.wrong.other'
}
