/** `plan import`: takes a plan in, or an amended version of it once somebody has seen what that changes. */
import type { Db } from '../../db/client.ts'
import { importPlan, type PlanImport } from '../../db/import-plan.ts'
import { readPlans } from '../../db/plans.ts'
import { tryOut } from '../../db/try-out.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { type PlanFile, readPlanFile } from '../../domain/imports/plan-file.ts'
import type { Problem } from '../../domain/imports/problem.ts'
import { askingJson } from '../asking-changes.ts'
import { countsOf } from '../import-counts.ts'
import { planImportLines } from '../plan-import-lines.ts'
import { problemLines, refusal } from '../problem-lines.ts'

type Order = {
  text: string
  fileName: string
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
  /** Whoever calls has seen what an amended plan changes, or does not mind. */
  yes: boolean
  /** Shows a person the differences and asks; false where nobody is there. */
  confirm?: (question: string) => Promise<boolean>
  today: Temporal.PlainDate
  now: Date
}

export async function planImport(db: Db, order: Order): Promise<Outcome> {
  const read = readPlanFile(order.text)
  if (!('data' in read)) return refusal(order.fileName, read.problems)
  const { data: file, problems } = read
  const neighbours = await neighboursOf(db, file)

  const trial = await tryOut(db, (tx) => importPlan(tx, file, order))
  const lines = planImportLines(file, trial, neighbours)
  if (order.dryRun) return outcome(trial, problems, [...lines, 'Nothing was changed: this was a dry run.'])
  const wantsWord = isAmended(trial) || (trial.isNew && neighbours.length > 0)
  if (wantsWord && !order.yes && !(await order.confirm?.([...lines, 'Take it in?'].join('\n'))))
    return unconfirmed(trial, problems, lines)
  const done = await db.transaction((tx) => importPlan(tx, file, order))
  return outcome(done, problems, planImportLines(file, done, neighbours))
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

const outcome = (result: PlanImport, problems: Problem[], lines: string[]): Outcome => ({
  json: summary(result, problems),
  lines: [...lines, ...problemLines(problems)],
})

function unconfirmed(result: PlanImport, problems: Problem[], lines: string[]): Outcome {
  const message = 'The plan was left as it is, for nobody has agreed to the changes.'
  const mend = 'Import it again with --yes, or at a terminal and answer y.'
  return {
    refused: true,
    json: { ...summary(result, problems), error: { code: 'not_confirmed', message, mend } },
    lines: [...lines, message, mend],
  }
}

/** Counts of tasks, as scripts rely on them, and what they count. */
const summary = (result: PlanImport, problems: Problem[]) => ({
  ...countsOf(result),
  problems,
  plan_changes: result.facts,
  task_changes: result.changed,
  kept_by_office: result.keptByOffice,
  tasks_added: result.added.map(({ code }) => code),
  tasks_gone: result.gone.map(({ code }) => code),
  asking: askingJson(result.asking),
})
