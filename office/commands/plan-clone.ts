/** `plan clone`: prepares another year's plan as a file to read through, fill in and import. */
import { writeFile } from 'node:fs/promises'
import type { Db } from '../../db/client.ts'
import { tasksOfPlan } from '../../db/plans/tasks.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { clonePlan } from '../../domain/imports/plans/clone.ts'
import { plansMeant } from '../named/plan.ts'

type Order = {
  /** A year, or the code of one of its plans. */
  from: string
  to: string
  /** Where to write it; a file that is there already is left alone. */
  out?: string
}

/** Changes nothing in the database. */
export async function planClone(db: Db, { from, to, out = `plan-${to}.yaml` }: Order): Promise<Outcome> {
  const year = Number(to)
  if (!/^20\d\d$/.test(to))
    throw new CommandError('bad_year', `${to} is not a year.`, 'Write the new year, for example 2027.')
  const [plan, other] = await plansMeant(db, from)
  if (!plan || other)
    throw new CommandError(
      'several_plans',
      `There are several plans of ${from}.`,
      `Name one: npx dondoc plan clone ${plan?.code} ${to}`,
    )
  if (plan.year === year)
    throw new CommandError('same_year', `${plan.code} is the plan of ${to} already.`, 'Name another year.')
  const tasks = (await tasksOfPlan(db, plan.id)).filter(({ withdrawn }) => !withdrawn)
  try {
    await writeFile(out, clonePlan({ plan, tasks }, year), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new CommandError(
      'file_exists',
      `${out} is there already, and was left as it is.`,
      'Name another file: --out FILE.yaml',
    )
  }
  return {
    json: { out, tasks: tasks.length },
    lines: [
      `${out}: ${tasks.length} tasks of ${plan.number} as a draft for ${to}; nothing is imported yet.`,
      'Read it through, write its number and day of issue, then:',
      `  npx dondoc plan import ${out} --dry-run`,
    ],
  }
}
