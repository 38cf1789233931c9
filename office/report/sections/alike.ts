/** Units that stand alike with all that they are asked: named once for all tasks, not under each. */
import type { AnswerFacts } from '../../../domain/papers/period-facts.ts'

/** In the order in which they are told. Who has done all, or is at all, stands apart from nobody. */
const ALIKE = ['not_started', 'blocked', 'silent'] as const

type Alike = { status: (typeof ALIKE)[number]; answers: AnswerFacts[]; units: string[] }

/** `units` by name, as the answers list them; a single task says nothing about all. */
export function unitsAlike(answers: readonly AnswerFacts[]): Alike[] {
  const byUnit = [...Map.groupBy(answers, ({ unitCode }) => unitCode).values()]
  return ALIKE.flatMap((status) => {
    const same = byUnit.filter((all) => all.length > 1 && all.every((answer) => answer.status === status))
    if (same.length === 0) return []
    return [{ status, answers: same.flat(), units: same.flatMap(([first]) => first?.unit ?? []) }]
  })
}
