/** `calendar import`: takes in the holidays of whole years, and the free days worked in exchange. */
import { importCalendarDays } from '../../db/calendar/calendar.ts'
import type { Db, Tx } from '../../db/client.ts'
import { takeTurn } from '../../db/plans/import-turns.ts'
import { tryOut } from '../../db/try-out.ts'
import type { Outcome } from '../../domain/command.ts'
import { readCalendarFile } from '../../domain/imports/calendar-file.ts'
import type { Problem } from '../../domain/imports/problem.ts'
import { countLine } from '../imports/import-counts.ts'
import { refusal } from '../imports/problem-lines.ts'

/** The days of the years that the file speaks of are replaced; other years stay. */
export async function calendarImport(
  db: Db,
  { text, fileName = 'The file', dryRun }: { text: string; fileName?: string; dryRun: boolean },
): Promise<Outcome> {
  const read = readCalendarFile(text)
  const problems = 'problems' in read ? read.problems : otherWeekend(text, read.data.weekend)
  if ('problems' in read || problems.length > 0) return refusal(fileName, problems)

  const { days } = read.data
  const work = async (tx: Tx) => {
    await takeTurn(tx)
    return importCalendarDays(tx, days)
  }
  const counts = dryRun ? await tryOut(db, work) : await db.transaction(work)
  const years = [...new Set(days.map(({ date }) => date.year))]
  return {
    json: { ...counts, problems },
    lines: [
      `${years.join(', ')}: ${countLine(counts)}`,
      ...(dryRun ? ['Nothing was changed: this was a dry run.'] : []),
    ],
  }
}

/** Only days are kept, over the weekend that everybody has. */
function otherWeekend(text: string, weekend: ReadonlySet<number>): Problem[] {
  if (weekend.symmetricDifference(new Set([6, 7])).size === 0) return []
  return [
    {
      line: text.split('\n').findIndex((each) => each.startsWith('weekend')) + 1,
      field: 'weekend',
      value: [...weekend].join(', '),
      problem: 'Only a weekend of Saturday and Sunday is known here.',
      mend: 'Write weekend: [sat, sun], and name each other free day among the holidays.',
      severity: 'error',
    },
  ]
}
