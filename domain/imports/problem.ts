/** A mistake in a file that somebody gave us, told so that they can mend it without asking. */

export type Problem = {
  /** Counted from 1, as text editors show it. */
  line: number
  /** Where in the file, as a path: `tasks.3.dueOn`. Empty for the file as a whole. */
  field: string
  /** What stands there now; empty when nothing does. */
  value: string
  /** One sentence saying what is wrong. */
  problem: string
  /** One sentence saying what to write instead. */
  mend: string
  /** An error keeps the file from being read in; a warning only asks for a second look. */
  severity: 'error' | 'warning'
}
