/** Reads a yearly plan from its file: what the plan is, and the tasks it sets. */
import { z } from 'zod'
import type { Audience } from '../../plans/audience.ts'
import { type Quarter, quarterOf } from '../../quarter.ts'
import type { Problem } from '../problem.ts'
import { openYaml } from '../yaml-lines.ts'
import { planDoubts, planMistakes } from './checks.ts'
import { type BASES, type DUE_BASES, type PlanFileData, planSchema } from './schema.ts'

/** Who says so: the plan's text, a reading of it, or the office, whose word no file overrules. */
type Basis = (typeof BASES)[number] | 'office'

type DueBasis = (typeof DUE_BASES)[number] | 'office'

/** Of a short title, so that it fits a phone's screen. */
export const TITLE_LENGTH = 120

export type PlanTask = {
  code: string
  section: string
  /** Counted from 1, in the order of the file: tasks, then standing duties. */
  position: number
  /** Null: all the year round. */
  quarter: Quarter | null
  /** Word for word as in the plan. */
  fullText: string
  shortTitle: string
  titleBasis: Basis
  audience: Audience[]
  audienceBasis: Basis
  evidence: string[]
  evidenceBasis: Basis
  dueOn: Temporal.PlainDate
  dueBasis: DueBasis
  asksUnitHeads: boolean
  /** What the file notes on who acts, then on the date, a line each. */
  note: string | null
}

export type PlanFile = {
  plan: {
    code: string
    number: string
    title: string
    year: number
    issuedOn: Temporal.PlainDate
    /** All that the file says of the plan itself, its vocabulary, and the duties that are no tasks. */
    facts: Record<string, unknown>
  }
  tasks: PlanTask[]
}

/**
 * The plan and what is doubtful about its file; or, where something is wrong, only the problems. Both by line.
 * Contradictions are looked for once the shape is right.
 */
export function readPlanFile(
  text: string,
): { data: PlanFile; problems: Problem[] } | { problems: Problem[] } {
  const check = openYaml(text)
  const parsed = check(sound)
  const wrong = 'problems' in parsed ? parsed.problems : []
  const told = new Set(wrong.map(({ field }) => field))
  // Zod knows only errors: what nothing but a stricter schema refuses is a warning.
  const doubtful = [strict, doubtless]
    .flatMap((schema) => {
      const stricter = check<unknown>(schema)
      return 'problems' in stricter ? stricter.problems : []
    })
    .filter(({ field }) => !told.has(field))
    .map((problem): Problem => ({ ...problem, severity: 'warning' }))
  const problems = [...wrong, ...doubtful].sort((a, b) => a.line - b.line)
  return 'data' in parsed ? { data: planOf(parsed.data), problems } : { problems }
}

const sound = planSchema(z.object).superRefine((file, context) => {
  for (const mistake of planMistakes(file)) context.addIssue(mistake)
})

const doubtless = planSchema(z.object).superRefine((file, context) => {
  for (const doubt of planDoubts(file)) context.addIssue(doubt)
})

/** Refuses unknown keys too. */
const strict = planSchema(z.strictObject)

function planOf({ plan, vocabulary, tasks, standingDuties }: PlanFileData): PlanFile {
  const { code, number, title, year, issuedOn } = plan
  const loaded = standingDuties
    .filter((duty) => duty.loadAsTask)
    .map((duty) => ({ ...duty, quarter: quarterOf(duty.dueOn) }))
  const duties = standingDuties.filter((duty) => !duty.loadAsTask)
  return {
    plan: { code, number, title, year, issuedOn, facts: { ...plan, vocabulary, standingDuties: duties } },
    tasks: [...tasks, ...loaded].map((clause, index) => taskOf(clause, index + 1)),
  }
}

function taskOf(clause: PlanFileData['tasks'][number], position: number): PlanTask {
  const { code, section, quarter, fullText, shortTitle, evidence, evidenceBasis, dueOn, dueBasis } = clause
  const { audience, basis, note } = clause.responsible
  return {
    code,
    section,
    position,
    quarter,
    fullText,
    shortTitle,
    // A plan has no short titles: whoever made the file wrote them.
    titleBasis: 'inferred',
    audience,
    audienceBasis: basis,
    evidence,
    evidenceBasis,
    dueOn,
    dueBasis,
    asksUnitHeads: clause.askUnitHeads,
    note: [note, clause.dueNote].filter((each) => each !== undefined).join('\n') || null,
  }
}
