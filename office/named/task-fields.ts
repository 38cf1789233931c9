/** Reads what the office says of a task: each field of `plan set`, and what its value must look like. */
import { z } from 'zod'
import { CommandError } from '../../domain/command.ts'
import { type PlanTask, TITLE_LENGTH } from '../../domain/imports/plans/file.ts'
import { AUDIENCES, type Audience } from '../../domain/plans/audience.ts'
import { inQuarter } from '../../domain/plans/in-quarter.ts'
import { QUARTERS, type Quarter } from '../../domain/quarter.ts'
import { fold, tidy } from '../../domain/vietnamese.ts'

type Plan = { year: number; facts: Record<string, unknown> }

const FIELDS = new Map<string, (value: string, plan: Plan, task: PlanTask) => Partial<PlanTask>>([
  ['quarter', (value, { year }, task) => inQuarter(task, readQuarter(value), year)],
  ['due', (value, plan) => ({ dueOn: readDue(value, plan), dueBasis: 'office' })],
  ['audience', (value) => ({ audience: readAudience(value), audienceBasis: 'office' })],
  ['evidence', (value, plan) => ({ evidence: readEvidence(value, plan), evidenceBasis: 'office' })],
  ['title', (value) => ({ shortTitle: readTitle(value), titleBasis: 'office' })],
  // Who is asked is one decision: the groups, and whether by message.
  ['asks', (value) => ({ asksUnitHeads: readYesNo(value), audienceBasis: 'office' })],
])

/** What the task becomes; a CommandError for an unknown field, or a value that does not fit it. */
export function readTaskField(field: string, value: string, plan: Plan, task: PlanTask): Partial<PlanTask> {
  const read = FIELDS.get(field.toLowerCase())
  if (read) return read(value, plan, task)
  const known = [...FIELDS.keys()].join(', ')
  throw new CommandError('no_such_field', `A task has no field ${field}.`, `Write one of: ${known}`)
}

function readDue(value: string, { year }: Plan): Temporal.PlainDate {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? []
  const iso = y ? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}` : value
  const day = z.iso.date().safeParse(iso)
  if (!day.success) throw bad(`"${value}" is not a day.`, `Write it like ${year}-12-31.`)
  const dueOn = Temporal.PlainDate.from(day.data)
  if (dueOn.year < year || dueOn.year > year + 1)
    throw bad(`${dueOn} is far from ${year}, the year of the plan.`, `Write a day of ${year} or ${year + 1}.`)
  return dueOn
}

/** Null: all the year round. */
function readQuarter(value: string): Quarter | null {
  const word = fold(value).replace(/^(quy|q) ?/, '')
  if (['year', 'ca nam', 'nam'].includes(word)) return null
  const quarter = QUARTERS.find((each, index) => word === String(each) || word === ROMAN[index])
  if (!quarter)
    throw bad(`"${value}" is no quarter.`, 'Write 1, 2, 3 or 4, or year for a task of all the year.')
  return quarter
}

const ROMAN = ['i', 'ii', 'iii', 'iv']

function readAudience(value: string): Audience[] {
  const words = wordsOf(value)
  const known: readonly string[] = AUDIENCES
  const unknown = words.find((word) => !known.includes(word))
  const mend = `Write some of ${AUDIENCES.join(', ')}, parted by commas.`
  if (words.length === 0) throw bad('An audience has at least one group.', mend)
  if (unknown) throw bad(`"${unknown}" is no audience.`, mend)
  return AUDIENCES.filter((group) => words.includes(group))
}

const vocabulary = z.object({ vocabulary: z.object({ evidence: z.record(z.string(), z.string()) }) })

/** The kinds of evidence that the plan's own vocabulary explains; "none" for none. */
function readEvidence(value: string, plan: Plan): string[] {
  const { evidence } = vocabulary.parse(plan.facts).vocabulary
  const words = value.trim() === 'none' ? [] : wordsOf(value)
  const unknown = words.find((word) => !Object.hasOwn(evidence, word))
  if (unknown) {
    const kinds = Object.entries(evidence).map(([word, meaning]) => `${word} (${meaning})`)
    throw bad(
      `"${unknown}" is no kind of evidence in this plan.`,
      `Write none, or some of: ${kinds.join(', ')}`,
    )
  }
  return words
}

function readTitle(value: string): string {
  const title = tidy(value)
  if (title === '' || title.length > TITLE_LENGTH)
    throw bad(
      'The title is empty or too long.',
      `Write at most ${TITLE_LENGTH} characters, for a phone's screen.`,
    )
  return title
}

function readYesNo(value: string): boolean {
  const word = fold(value)
  if (['yes', 'true', 'co'].includes(word)) return true
  if (['no', 'false', 'khong'].includes(word)) return false
  throw bad(`"${value}" is neither yes nor no.`, 'Write yes to ask unit heads by message, or no.')
}

const wordsOf = (value: string) => [...new Set(value.split(',').map((word) => word.trim()))].filter(Boolean)

const bad = (message: string, mend: string) => new CommandError('bad_value', message, mend)
