/** Finds the plan and the task that somebody at the command line means. */
import type { Db, Tx } from '../../db/client.ts'
import { type KnownPlan, readPlans } from '../../db/plans/plans.ts'
import { type KnownTask, tasksOfPlan } from '../../db/plans/tasks.ts'
import { CommandError } from '../../domain/command.ts'
import { splitTaskCode, tasksMeant } from '../../domain/plans/task-code.ts'

/**
 * The plans of a year, or the plan of a code; without either, the plans of the newest year. At least one, or a
 * CommandError.
 */
export async function plansMeant(db: Db | Tx, which?: string): Promise<KnownPlan[]> {
  const plans = await readPlans(db)
  const [newest] = plans
  if (!newest) throw new CommandError('no_plan', 'No plan is known yet.', 'npx dondoc plan import FILE')
  const year = which ?? String(newest.year)
  const meant = plans.filter((plan) => String(plan.year) === year || plan.code === which)
  if (meant.length > 0) return meant
  const known = plans.map((plan) => `${plan.year} (${plan.code})`).join(', ')
  throw new CommandError('no_such_plan', `There is no plan ${which}.`, `Write one of: ${known}`)
}

/** The one task meant by a code, of which `2026/` may stand in front; otherwise a CommandError. */
export async function taskMeant(db: Db | Tx, text: string): Promise<{ plan: KnownPlan; task: KnownTask }> {
  const { plan: which, code } = splitTaskCode(text)
  const current = []
  for (const plan of await plansMeant(db, which))
    for (const task of await tasksOfPlan(db, plan.id))
      if (!task.withdrawn) current.push({ plan, task, code: task.code })
  const [found, ...more] = tasksMeant(current, code)
  if (!found) {
    const codes = current.map((each) => each.code).join(', ')
    throw new CommandError('no_such_task', `There is no task ${text}.`, `Write one of: ${codes}`)
  }
  if (more.length > 0) {
    const choices = [found, ...more].map(({ plan, task }) => `${plan.code}/${task.code}`).join(', ')
    throw new CommandError('several_tasks', `${text} may mean several tasks.`, `Write one of: ${choices}`)
  }
  return found
}
