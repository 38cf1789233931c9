/** Turns what zod found wrong in a file into plain sentences: what is wrong, and how to mend it. */
import type { z } from 'zod'
import type { Problem } from './problem.ts'

type Explained = Omit<Problem, 'line'> & { path: PropertyKey[] }
type Sentences = Pick<Problem, 'problem' | 'mend'>

/**
 * The problems one issue stands for: one, or one for each unknown key.
 *
 * Parse with `{ reportInput: true, error: () => '' }`: the input is quoted, and whatever message is left
 * is the schema's own. On a built-in rule that message says how to mend (`z.string().regex(CODE, 'Write a
 * code like Q4-b.')`); on a refinement it says what is wrong, and `params: { mend }` how to mend.
 */
export function explainIssue(issue: z.core.$ZodIssue): Explained[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      explained([...issue.path, key], issue.input?.[key], {
        problem: `"${key}" is not a field known here.`,
        mend: 'Correct its spelling, or remove it.',
      }),
    )
  return [explained(issue.path, issue.input, sentencesOf(issue))]
}

const explained = (path: PropertyKey[], value: unknown, sentences: Sentences): Explained => ({
  path,
  field: path.map(String).join('.'),
  value: quoted(value),
  ...sentences,
  severity: 'error',
})

function sentencesOf(issue: z.core.$ZodIssue): Sentences {
  const name = nameOf(issue.path)
  if (issue.code === 'custom')
    return {
      problem: issue.message || `${name} is not right.`,
      mend: String(issue.params?.mend ?? `Correct ${name}.`),
    }
  const wanted = wantedBy(issue)
  if (issue.input === undefined)
    return { problem: `${name} is missing.`, mend: issue.message || `Add ${name} with ${wanted}.` }
  // YAML takes a bare 2026 for a number.
  const isBare = wanted === KINDS.string && typeof issue.input !== 'object'
  return {
    problem: `${name} is not ${wanted}.`,
    mend: issue.message || (isBare ? 'Put it in quotes.' : `Write ${wanted}.`),
  }
}

function nameOf(path: PropertyKey[]): string {
  const key = path.findLast((step) => typeof step === 'string')
  return key ? `"${key}"` : 'The file'
}

/** What the rule asks for, as a phrase that fits after "is not" and after "Write". */
function wantedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'text in the form asked for here'
    case 'too_small':
      return sized(issue.origin, 'at least', issue.minimum)
    case 'too_big':
      return sized(issue.origin, 'at most', issue.maximum)
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(wantedBy))].join(' or ')
    default:
      return 'a value that is allowed here'
  }
}

function sized(origin: string, bound: 'at least' | 'at most', size: number | bigint): string {
  const notEmpty = bound === 'at least' && size === 1
  if (origin === 'string') return notEmpty ? 'text that is not empty' : `text of ${bound} ${size} characters`
  if (origin === 'array') return notEmpty ? 'a list that is not empty' : `a list of ${bound} ${size}`
  return `a number of ${bound} ${size}`
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'null',
}

const FORMATS: Record<string, string> = {
  date: 'a day of the calendar',
  url: 'a web address such as https://example.org',
}

/** The value as the file has it, cut short; empty when there is none. */
function quoted(value: unknown): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
