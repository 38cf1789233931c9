/** How papers name a task: by its clause in the plan, which every reader can look up; never by a code of ours. */
import type { TaskFacts } from '../../domain/papers/period-facts.ts'
import { tasksOnce } from '../../domain/papers/same-task.ts'

/** "II.5.a"; tasks of one clause, or of several plans, are told apart by a number: "II.5.a (2)". */
export function clausesOf(tasks: readonly TaskFacts[]): (planCode: string, code: string) => string {
  const once = tasksOnce(tasks).flatMap(([first]) => first ?? [])
  const bySection = Map.groupBy(once, ({ section }) => section)
  const names = new Map(
    [...bySection].flatMap(([section, same]) =>
      same.map(({ planCode, code }, at) => [
        keyOf(planCode, code),
        `${section || code}${section && same.length > 1 ? ` (${at + 1})` : ''}`,
      ]),
    ),
  )
  return (planCode, code) => names.get(keyOf(planCode, code)) ?? code
}

const keyOf = (planCode: string, code: string) => JSON.stringify([planCode, code])
