/** Takes a plan in that has been read, once somebody has seen what that changes. */
import type { Db } from '../../db/client.ts'
import { importPlan, type PlanImport } from '../../db/plans/import-plan.ts'
import { readPlans } from '../../db/plans/plans.ts'
import { tryOut } from '../../db/try-out.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import type { PlanFile } from '../../domain/imports/plans/file.ts'
import type { Problem } from '../../domain/imports/problem.ts'
import { askingJson } from './asking-changes.ts'
import { countsOf } from './import-counts.ts'
import { planImportLines } from './plan-import-lines.ts'
import { problemLines } from './problem-lines.ts'

export type PlanOrder = {
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
  /** Whoever calls has seen what the plan changes, or does not mind. */
  yes: boolean
  /** Shows a person the differences and asks; false where nobody is there. */
  confirm?: (question: string) => Promise<boolean>
  today: Temporal.PlainDate
  now: Date
}

/** What goes with the plan: what was noticed about it, and what a person is to see of it before the changes. */
type Reading = { problems: Problem[]; preview?: { lines: string[]; json: object } }

/** A plan with a preview was read by a machine from a document, so that a new one is not taken unseen either. */
export async function takePlan(db: Db, file: PlanFile, reading: Reading, order: PlanOrder): Promise<Outcome> {
  const neighbours = await neighboursOf(db, file)
  const trial = await tryOut(db, (tx) => importPlan(tx, file, order))
  const linesOf = (result: PlanImport) => [
    ...(reading.preview?.lines ?? []),
    ...planImportLines(file, result, neighbours),
  ]
  const lines = linesOf(trial)
  if (order.dryRun) return outcome(trial, reading, [...lines, 'Nothing was changed: this was a dry run.'])
  const wantsWord =
    isAmended(trial) || (trial.isNew && (neighbours.length > 0 || reading.preview !== undefined))
  if (wantsWord && !order.yes && !(await order.confirm?.([...lines, 'Take it in?'].join('\n'))))
    return unconfirmed(trial, reading, lines)
  const done = await db.transaction((tx) => importPlan(tx, file, order))
  return outcome(done, reading, linesOf(done))
}

/** Codes of other plans of the same year. A file that would turn a known plan into another year's is refused. */
async function neighboursOf(db: Db, { plan }: PlanFile): Promise<string[]> {
  const plans = await readPlans(db)
  const known = plans.find(({ code }) => code === plan.code)
  if (known && known.year !== plan.year)
    throw new CommandError(
      'plan_of_another_year',
      `${plan.code} is known as the plan of ${known.year}, and this file says ${plan.year}.`,
      `Give the plan of ${plan.year} a code of its own (plan.code).`,
    )
  return plans.filter(({ code, year }) => code !== plan.code && year === plan.year).map(({ code }) => code)
}

const isAmended = ({ isNew, facts, added, changed, gone }: PlanImport) =>
  !isNew && facts.length + added.length + changed.length + gone.length > 0

const outcome = (result: PlanImport, reading: Reading, lines: string[]): Outcome => ({
  json: summary(result, reading),
  lines: [...lines, ...problemLines(reading.problems)],
})

function unconfirmed(result: PlanImport, reading: Reading, lines: string[]): Outcome {
  const message = 'The plan was left as it is, for nobody has agreed to the changes.'
  const mend = 'Import it again with --yes, or at a terminal and answer y.'
  return {
    refused: true,
    json: { ...summary(result, reading), error: { code: 'not_confirmed', message, mend } },
    lines: [...lines, ...problemLines(reading.problems), message, mend],
  }
}

/** Counts of tasks, as scripts rely on them, and what they count. */
const summary = (result: PlanImport, { problems, preview }: Reading) => ({
  ...countsOf(result),
  problems,
  plan_changes: result.facts,
  task_changes: result.changed,
  kept_by_office: result.keptByOffice,
  tasks_added: result.added.map(({ code }) => code),
  tasks_gone: result.gone.map(({ code }) => code),
  asking: askingJson(result.asking),
  ...preview?.json,
})
