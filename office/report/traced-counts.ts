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

/** `place` is where they stand in the report. Each is noted when it is asked for: what is not written is not traced. */
export function tracedCounts(
  { tracer }: Writing,
  place: string,
  answers: readonly AnswerFacts[],
): Readonly<Record<keyof Counts | 'percent', string>> {
  const noted = new Map<string, string>()
  const once = (name: string, note: () => string): string => {
    const written = noted.get(name) ?? note()
    noted.set(name, written)
    return written
  }
  const count = (name: keyof Counts) =>
    once(name, () => {
      const counted = answers.filter(COUNTED[name])
      return figure(tracer.note(`${place} ${name}`, counted.length, assignmentRows(counted)))
    })
  return {
    get asked() {
      return count('asked')
    },
    get done() {
      return count('done')
    },
    get inProgress() {
      return count('inProgress')
    },
    get notStarted() {
      return count('notStarted')
    },
    get blocked() {
      return count('blocked')
    },
    get silent() {
      return count('silent')
    },
    get overdue() {
      return count('overdue')
    },
    get percent() {
      const done = answers.filter(COUNTED.done).length
      return once('percent', () =>
        tracer.note(`${place} percent`, share(done, answers.length), assignmentRows(answers)),
      )
    },
  }
}
