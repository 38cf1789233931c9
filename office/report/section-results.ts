/** Section II: what was asked and what came of it, clause by clause of the plan. */
import type { Paragraph } from 'docx'
import { blocksActivity } from './blocks-activity.ts'
import { difficulties } from './difficulties.ts'
import { exemplarActivity } from './exemplar-activity.ts'
import { clause, draft, part, said } from './paragraphs.ts'
import { periodName, pointLetter, roman } from './period-name.ts'
import { taskResult } from './task-result.ts'
import { tracedCounts } from './traced-counts.ts'
import { type Writing, writtenDay } from './writing.ts'

export function results(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  let last = 0
  const next = () => ++last
  return [
    part(t('report.results.title')),
    clause(t('report.results.general', { n: next() })),
    ...inGeneral(writing),
    ...facts.quarters.flatMap((quarter) => [
      clause(t('report.results.quarter', { n: next(), quarter: roman(quarter) })),
      ...facts.tasks
        .filter((task) => task.quarter === quarter)
        .flatMap((task, at) => taskResult(writing, task, pointLetter(at))),
    ]),
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
  const tasks = facts.tasks.filter(({ asksUnitHeads }) => asksUnitHeads)
  const counts = tracedCounts(writing, 'II.1', facts.answers)
  const words = t('report.results.asked', {
    period: periodName(facts, t),
    tasks: tracer.note(
      'II.1 tasks',
      tasks.length,
      tasks.map(({ code, quarter }) => `task ${code} Q${quarter}`),
    ),
    units: tracer.note(
      'II.1 units',
      asked.length,
      asked.map(({ code }) => `unit ${code}`),
    ),
    ...counts,
  })
  return [
    said(words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)),
    said(t('report.results.counts', { day: writtenDay(facts.asOf), ...counts })),
    said(t('report.results.detail')),
    ...facts.closed.map(({ quarter, on }) =>
      said(t('report.frozen', { quarter: roman(quarter), day: writtenDay(on) })),
    ),
  ]
}
