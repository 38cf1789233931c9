/** The period that somebody at the command line means. */
import { CommandError } from '../../domain/command.ts'
import { type Period, parsePeriod } from '../../domain/quarter.ts'

/** Throws a CommandError for what is no period. */
export function periodNamed(text: string): Period {
  try {
    return parsePeriod(text)
  } catch {
    throw new CommandError(
      'bad_period',
      `${text} is not a period.`,
      'Write a quarter as 2026-Q2, half a year as 2026-H1, nine months as 2026-9M, a year as 2026.',
    )
  }
}
