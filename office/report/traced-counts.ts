/** The figures of some answers as words, each noted with the rows that it counts. */
import type { AnswerFacts, Counts } from '../../domain/papers/period-facts.ts'
import { assignmentRows, figure, share, type Writing } from './writing.ts'

const COUNTED: { [Name in keyof Counts]: (answer: AnswerFacts) => boolean } = {
  asked: () => true,
  done: ({ status }) => status === 'done',
  inProgress: ({ status }) => status === 'in_progress',
  notStarted: ({ status }) => status === 'not_started',
  blocked: ({ status }) => status === 'blocked',
  silent: ({ status }) => status === 'silent',
  overdue: ({ overdue }) => overdue,
}

/** `place` is where they stand in the report. */
export function tracedCounts(
  { tracer }: Writing,
  place: string,
  answers: readonly AnswerFacts[],
): Record<keyof Counts | 'percent', string> {
  const count = (name: keyof Counts) => {
    const counted = answers.filter(COUNTED[name])
    return figure(tracer.note(`${place} ${name}`, counted.length, assignmentRows(counted)))
  }
  return {
    asked: count('asked'),
    done: count('done'),
    inProgress: count('inProgress'),
    notStarted: count('notStarted'),
    blocked: count('blocked'),
    silent: count('silent'),
    overdue: count('overdue'),
    percent: share(answers.filter(COUNTED.done).length, answers.length),
  }
}
