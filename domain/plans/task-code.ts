/** Finds the task that somebody means by a code typed as it comes: q4-b, Q4b, 2026/Q4-b. */
import { fold } from '../vietnamese.ts'

/** The plan or year before the slash, if any, and the code after it. */
export function splitTaskCode(text: string): { plan: string | undefined; code: string } {
  const slash = text.lastIndexOf('/')
  return slash < 0
    ? { plan: undefined, code: text.trim() }
    : { plan: text.slice(0, slash).trim(), code: text.slice(slash + 1).trim() }
}

/** The task of exactly this code, or else every task whose code differs only in case, marks and signs. */
export function tasksMeant<Task extends { code: string }>(tasks: readonly Task[], code: string): Task[] {
  const exact = tasks.filter((task) => task.code === code)
  return exact.length > 0 ? exact : tasks.filter((task) => bare(task.code) === bare(code))
}

const bare = (code: string) => fold(code).replaceAll(' ', '')
