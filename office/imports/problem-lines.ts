/** The problems of a file, for the person who is going to mend it. */
import type { Outcome } from '../../domain/command.ts'
import type { Problem } from '../../domain/imports/problem.ts'

/** Each problem with its line, then how to mend it. */
export function problemLines(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ line, field, value, problem, mend, severity }) => [
    `line ${line}, ${severity}: ${[field, value && `"${value}"`].filter(Boolean).join(' ')}`.replace(
      /: $/,
      '',
    ),
    `  ${problem} ${mend}`,
  ])
}

/** The outcome for a file that cannot be taken in. */
export function refusal(fileName: string, problems: readonly Problem[]): Outcome {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    refused: true,
    json: { added: 0, changed: 0, unchanged: 0, gone: 0, problems },
    lines: [
      `${fileName} holds ${errors === 1 ? 'a mistake' : `${errors} mistakes`}. Nothing was changed.`,
      ...problemLines(problems),
    ],
  }
}
