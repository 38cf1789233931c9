/** What a command of the office answers: one JSON document for scripts, and lines for people. */

export type Outcome = {
  json: unknown
  lines: string[]
  /** Bad input was found: nothing was changed, and the exit code is 2. */
  refused?: boolean
  /** It was done, and what it found is not well: the exit code is 1. */
  failed?: boolean
}

/** A command that cannot go on: what is wrong, and what to do about it. */
export class CommandError extends Error {
  /** For scripts: a stable word such as `no_such_unit`. */
  readonly code: string
  readonly mend: string
  /** 2 for bad usage or bad input, 1 when it failed for another reason. */
  readonly exitCode: 1 | 2

  constructor(code: string, message: string, mend: string, exitCode: 1 | 2 = 2) {
    super(message)
    this.name = 'CommandError'
    this.code = code
    this.mend = mend
    this.exitCode = exitCode
  }
}
