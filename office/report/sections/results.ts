/** Section II: what was asked and what came of it, clause by clause of the plan. */
import type { Paragraph } from 'docx'
import type { TaskFacts } from '../../../domain/papers/period-facts.ts'
import { tasksOnce } from '../../../domain/papers/same-task.ts'
import { clause, draft, part, said } from '../paragraphs.ts'
import { periodName, pointLetter, roman } from '../period-name.ts'
import { tracedCounts } from '../traced-counts.ts'
import { type Writing, writtenDay } from '../writing.ts'
import { blocksActivity } from './blocks-activity.ts'
import { difficulties } from './difficulties.ts'
import { exemplarActivity } from './exemplar-activity.ts'
import { lowered } from './judgement.ts'
import { statesSaid } from './states.ts'
import { taskResult } from './task-result.ts'

export function results(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  let last = 0
  const next = () => ++last
  // A task of all the year stands once for each quarter, and is told of once.
  const once = tasksOnce(facts.tasks)
  const recurring = once.filter((same) => same.length > 1)
  const points = (tasks: TaskFacts[][]) =>
    tasks.flatMap((same, at) => taskResult(writing, same, pointLetter(at)))
  return [
    part(t('report.results.title')),
    clause(t('report.results.general', { n: next() })),
    ...inGeneral(writing),
    ...facts.quarters.flatMap((quarter) => {
      const tasks = once.flatMap((same) => (same.length === 1 && same[0]?.quarter === quarter ? [same] : []))
      return tasks.length === 0
        ? []
        : [clause(t('report.results.quarter', { n: next(), quarter: roman(quarter) })), ...points(tasks)]
    }),
    ...(recurring.length === 0
      ? []
      : [clause(t('report.results.recurring', { n: next() })), ...points(recurring)]),
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

function inGeneral(writing: Writing): Paragraph[] {
  const { facts, t, tracer } = writing
  const asked = facts.units.filter((unit) => unit.asked > 0)
  const tasks = tasksOnce(facts.tasks.filter(({ asksUnitHeads }) => asksUnitHeads))
  const counts = tracedCounts(writing, 'II.1', facts.answers)
  const words = t('report.results.asked', {
    period: periodName(facts, t),
    tasks: tracer.note(
      'II.1 tasks',
      tasks.length,
      tasks.map((quarters) => `task ${quarters[0]?.code} of ${quarters[0]?.planCode}`),
    ),
    units: tracer.note(
      'II.1 units',
      asked.length,
      asked.map(({ code }) => `unit ${code}`),
    ),
    asked: counts.asked,
  })
  return [
    said(words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)),
    said(
      t('report.results.counts', {
        day: writtenDay(facts.asOf),
        states: lowered(statesSaid(counts, 'assignments', t)),
      }),
    ),
    ...(counts.overdue === '0' ? [] : [said(t('report.results.overdue', { overdue: counts.overdue }))]),
    said(t('report.results.detail')),
    ...facts.closed.map(({ quarter, on }) =>
      said(t('report.frozen', { quarter: roman(quarter), day: writtenDay(on) })),
    ),
  ]
}
