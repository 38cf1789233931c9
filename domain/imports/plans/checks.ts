/** What a plan's file may say in the right shape, and still be wrong or doubtful about. */

import { quarterOf } from '../../quarter.ts'
import type { PlanFileData } from './schema.ts'

/** A finding on the value at `path`, in the form of zod's own issues. */
type Finding = {
  code: 'custom'
  path: PropertyKey[]
  input: unknown
  message: string
  params: { mend: string }
}

const finding = (path: PropertyKey[], input: unknown, message: string, mend: string): Finding => ({
  code: 'custom',
  path,
  input,
  message,
  params: { mend },
})

/** Contradictions: with one of these the file cannot be taken. */
export function planMistakes(file: PlanFileData): Finding[] {
  return [...codesTwice(file), ...unexplainedWords(file), ...datesOutsideYear(file)]
}

/** What may be meant, and deserves a second look. */
export function planDoubts({ tasks }: PlanFileData): Finding[] {
  return tasks.flatMap(({ quarter, dueOn }, index) =>
    quarter === null || quarterOf(dueOn) === quarter
      ? []
      : finding(
          ['tasks', index, 'dueOn'],
          String(dueOn),
          `${dueOn} is not in quarter ${quarter}, where the task stands.`,
          'Correct the date or the quarter, unless it is meant so.',
        ),
  )
}

/** Everything that becomes a task or is kept as a duty, with where it stands in the file. */
const clausesOf = ({ tasks, standingDuties }: PlanFileData) => [
  ...tasks.map((clause, index) => ({ path: ['tasks', index], clause })),
  ...standingDuties.map((clause, index) => ({ path: ['standingDuties', index], clause })),
]

function codesTwice(file: PlanFileData): Finding[] {
  const met = new Set<string>()
  return clausesOf(file).flatMap(({ path, clause: { code } }) => {
    const isTwice = met.has(code)
    met.add(code)
    return isTwice
      ? finding(
          [...path, 'code'],
          code,
          `The code ${code} stands twice.`,
          'Give each task a code of its own.',
        )
      : []
  })
}

function unexplainedWords(file: PlanFileData): Finding[] {
  const { audience, evidence } = file.vocabulary
  return clausesOf(file).flatMap(({ path, clause }) => [
    ...unknownWords(clause.responsible.audience, audience, [...path, 'responsible', 'audience']),
    ...unknownWords(clause.evidence ?? [], evidence, [...path, 'evidence']),
  ])
}

const unknownWords = (words: readonly string[], explained: object, path: PropertyKey[]): Finding[] =>
  words.flatMap((word, index) =>
    Object.hasOwn(explained, word)
      ? []
      : finding(
          [...path, index],
          word,
          `"${word}" is not among the words of this file's vocabulary.`,
          `Write one of ${Object.keys(explained).join(', ')}, or explain it there.`,
        ),
  )

function datesOutsideYear(file: PlanFileData): Finding[] {
  const { year } = file.plan
  return clausesOf(file).flatMap(({ path, clause: { dueOn } }) =>
    dueOn === undefined || dueOn.year === year
      ? []
      : finding(
          [...path, 'dueOn'],
          String(dueOn),
          `${dueOn} is not in ${year}, the year of the plan.`,
          `Write a day of ${year}.`,
        ),
  )
}
