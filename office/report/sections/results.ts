/** Section II: what was asked and what came of it, clause by clause of the plan. */
import type { Paragraph } from 'docx'
import type { TaskFacts } from '../../../domain/papers/period-facts.ts'
import { tasksOnce } from '../../../domain/papers/same-task.ts'
import { clause, draft, part } from '../paragraphs.ts'
import { pointLetter, roman } from '../period-name.ts'
import { type Writing, writtenDay } from '../writing.ts'
import { blocksActivity } from './blocks-activity.ts'
import { difficulties } from './difficulties.ts'
import { exemplarActivity } from './exemplar-activity.ts'
import { inGeneral } from './in-general.ts'
import { taskResult } from './task-result.ts'

export function results(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  let last = 0
  const next = () => ++last
  // A task of all the year stands once for each quarter, and is told of once.
  const once = tasksOnce(facts.tasks)
  const recurring = once.filter((same) => same.length > 1)
  return [
    part(t('report.results.title')),
    clause(t('report.results.general', { n: next() })),
    ...inGeneral(writing),
    ...facts.quarters.flatMap((quarter) => {
      const tasks = once.filter(([first, ...others]) => others.length === 0 && first?.quarter === quarter)
      return tasks.length === 0 ? [] : ofQuarter(writing, tasks, { n: next(), quarter: roman(quarter) })
    }),
    ...(recurring.length === 0
      ? []
      : [clause(t('report.results.recurring', { n: next() })), ...points(writing, recurring, false)]),
    clause(t('report.results.blocks', { n: next() })),
    ...blocksActivity(writing),
    clause(t('report.results.exemplars', { n: next() })),
    ...exemplarActivity(writing),
    clause(t('report.results.commendation', { n: next() })),
    draft(t('report.results.commendationDraft')),
    clause(t('report.results.difficulties', { n: next() })),
    ...difficulties(writing),
  ]
}

/** A day by which all tasks of the quarter are due is said once, in the heading. */
function ofQuarter(
  writing: Writing,
  tasks: readonly TaskFacts[][],
  head: { n: number; quarter: string },
): Paragraph[] {
  const { t } = writing
  const [due, ...others] = new Set(tasks.flat().map(({ dueOn }) => dueOn))
  const dueSaid = due !== undefined && others.length === 0
  const title = dueSaid
    ? t('report.results.quarterBy', { ...head, due: writtenDay(due) })
    : t('report.results.quarter', head)
  return [clause(title), ...points(writing, tasks, dueSaid)]
}

const points = (writing: Writing, tasks: readonly TaskFacts[][], dueSaid: boolean): Paragraph[] =>
  tasks.flatMap((same, at) => taskResult(writing, same, { letter: pointLetter(at), dueSaid }))
