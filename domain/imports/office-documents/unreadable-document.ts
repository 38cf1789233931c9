/** A file that cannot be opened as a document, with what to do about it. */
import type { Problem } from '../problem.ts'

export class UnreadableDocument extends Error {
  readonly mend: string

  constructor(message: string, mend: string) {
    super(message)
    this.name = 'UnreadableDocument'
    this.mend = mend
  }

  toProblem(): Problem {
    return { line: 1, field: '', value: '', problem: this.message, mend: this.mend, severity: 'error' }
  }
}
