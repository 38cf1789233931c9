/** What somebody should hold against the paper before a plan is taken in: each kind of doubt once, with its tasks. */
import type { PreviewRow } from '../domain/imports/plan-reading/read-plan-document.ts'
import { isOutsideQuarter } from '../domain/plans/in-quarter.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { isDayConcluded, isWhoConcluded, pointedAt, quarterWords } from './plan-row.ts'

/** A row with its number in the preview. */
export type NumberedRow = { n: number; row: PreviewRow }

const MOST_TASKS = 6

export function doubtLines(rows: readonly NumberedRow[], t: Translate): string[] {
  const some = (is: (row: PreviewRow) => boolean) => rows.some(({ row }) => is(row))
  const pointed = rows.flatMap(({ n, row }) => pointedAt(row).map((doubt) => ({ doubt, n, row })))
  const outside = rows.filter(({ row }) => isOutsideQuarter(row))
  const pointing = [
    ...(outside.length > 0 ? [t('intake.outsideQuarter', { tasks: someTasks(outside, t, withDay) })] : []),
    ...[...Map.groupBy(pointed, ({ doubt }) => doubt)].map(
      ([doubt, alike]) => `${t(`intake.doubt.${doubt}`)} ${someTasks(alike, t)}`,
    ),
  ]
  return [
    ...(some(isDayConcluded) ? [t('intake.inferred')] : []),
    ...(some(isWhoConcluded) ? [t('intake.guessed')] : []),
    ...(some(({ doubts }) => doubts.includes('scanned')) ? [t('intake.doubt.scanned')] : []),
    ...(pointing.length > 0 ? [t('intake.unsure'), ...pointing.map((line) => `- ${line}`)] : []),
  ]
}

/** "Việc 4 (II.2, dòng 9), 7 (III.1, dòng 20) và 3 việc khác." */
function someTasks(
  rows: readonly NumberedRow[],
  t: Translate,
  more: (row: PreviewRow, t: Translate) => string = () => '',
): string {
  const named = rows
    .slice(0, MOST_TASKS)
    .map(({ n, row }) => t('intake.taskAt', { n, clause: row.clause, line: row.line }) + more(row, t))
  const rest = rows.length - named.length
  return t('intake.tasksAt', {
    tasks: named.join(', ') + (rest > 0 ? t('intake.andTasks', { n: rest }) : ''),
  })
}

const withDay = ({ dueOn, quarter }: PreviewRow, t: Translate) =>
  ` ${shortDay(dueOn)}, ${quarterWords(quarter, t)}`
