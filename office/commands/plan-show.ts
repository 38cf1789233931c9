/** `plan show`: the tasks of a plan, when they are due and of how many units they are asked. */
import type { Db } from '../../db/client.ts'
import { tasksOfPlan, unitsAskedByTask } from '../../db/plans/tasks.ts'
import type { Outcome } from '../../domain/command.ts'
import type { PlanTask } from '../../domain/imports/plans/file.ts'
import { table } from '../../domain/table.ts'
import { plansMeant } from '../named/plan.ts'
import { taskJson } from '../task-json.ts'

/** `which`: a year, or a plan's code; the newest plan when left out. */
export async function planShow(db: Db, which?: string): Promise<Outcome> {
  const [plan, ...others] = await plansMeant(db, which)
  if (!plan) throw new Error('plansMeant finds a plan or throws')
  const asked = await unitsAskedByTask(db, plan.id)
  const tasks = (await tasksOfPlan(db, plan.id))
    .filter(({ withdrawn }) => !withdrawn)
    .map((task) => ({ task, asked: asked.get(task.id) ?? 0 }))
  const { code, number, title, year, issuedOn, importedAt, facts } = plan
  return {
    json: {
      plan: { code, number, title, year, issued_on: issuedOn, imported_at: importedAt, facts },
      tasks: tasks.map(({ task, asked }) => taskJson(task, asked)),
    },
    lines: [
      `${number}, ${year} (${code}): ${title}`,
      ...table(
        ['TASK', 'QUARTER', 'DUE', 'DATE BY', 'UNITS', 'AUDIENCE', 'TITLE'],
        tasks.map(({ task, asked }) => row(task, asked)),
      ),
      ...others.map((other) => `Also of ${year}: npx dondoc plan show ${other.code}`),
    ],
  }
}

const row = (task: PlanTask, asked: number): string[] => [
  task.code,
  task.quarter === null ? 'each' : String(task.quarter),
  String(task.dueOn),
  SAID_BY[task.dueBasis] ?? 'inference',
  task.asksUnitHeads ? String(asked) : 'none',
  task.audience.join(', '),
  task.shortTitle,
]

/** Whose word the due date is; what neither the plan nor the office said was inferred. */
const SAID_BY: Partial<Record<PlanTask['dueBasis'], string>> = { stated: 'the plan', office: 'the office' }
