/** What taking a plan in would mean, for the person of the office who sent its file: all of a new one, what is new in a known one. */
import type { PreviewRow } from '../domain/imports/plan-reading/read-plan-document.ts'
import type { PlanFile } from '../domain/imports/plans/file.ts'
import type { Problem } from '../domain/imports/problem.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { fullDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { importDecisions } from './import-file.ts'
import { type ChangesToPlan, changeParts } from './plan-changes.ts'
import { doubtLines } from './plan-doubts.ts'
import { planProblemLines } from './plan-problems.ts'
import { pointedAt, taskLine } from './plan-row.ts'

export type PlanToTake = {
  plan: PlanFile['plan']
  /** As the tasks will be: with what is known of them and the office's own words. */
  rows: PreviewRow[]
  problems: Problem[]
  changes: ChangesToPlan & { isNew: boolean }
  /** Numbers of other plans of the same year. */
  neighbours: string[]
}

/** More tasks than any plan of an office; a book taken for a plan would fill the chat. */
const MOST_ROWS = 150

/** `id` of the file, for its buttons. */
export function planPreview(id: number, plan: PlanToTake, t: Translate): OutgoingMessage {
  const parts = plan.changes.isNew ? newPlan(plan, t) : knownPlan(plan, t)
  return { text: parts.filter((part) => part !== '').join('\n\n'), choices: decisions(id, t) }
}

function newPlan({ plan, rows, problems, neighbours }: PlanToTake, t: Translate): string[] {
  const numbered = rows.map((row, index) => ({ n: index + 1, row }))
  const more = rows.length - MOST_ROWS
  return [
    `${headOf(plan, t)}\n${t('intake.tasksRead', { n: rows.length })}`,
    [
      ...numbered.slice(0, MOST_ROWS).map(({ n, row }) => `${n}. ${taskLine(row, t)}`),
      ...(more > 0 ? [t('intake.moreTasks', { n: more })] : []),
    ].join('\n'),
    [...doubtLines(numbered, t), ...problemsOf(problems, t)].join('\n'),
    ...(neighbours.length > 0
      ? [t('intake.neighbours', { year: plan.year, numbers: neighbours.join(', ') })]
      : []),
    t('intake.newPlan'),
  ]
}

function knownPlan({ plan, rows, problems, changes }: PlanToTake, t: Translate): string[] {
  const numbered = rows.map((row, index) => ({ n: index + 1, row }))
  const { facts, added, changed, gone } = changes
  const news = new Set([...added, ...changed].map(({ code }) => code))
  if (facts.length + news.size + gone.length === 0)
    return [headOf(plan, t), ...changeParts(changes, numbered, t), t('intake.nothingNew')]
  return [
    headOf(plan, t),
    t('intake.knownPlan'),
    ...changeParts(changes, numbered, t),
    [
      ...doubtLines(
        numbered.filter(({ row }) => news.has(row.code)),
        t,
      ),
      ...problemsOf(problems, t),
    ].join('\n'),
    t('intake.confirm'),
  ]
}

const headOf = ({ number, issuedOn, title }: PlanFile['plan'], t: Translate) =>
  t('intake.plan', { number, day: fullDay(issuedOn), title })

/** A day outside its quarter is told with the task, where the chat can mend it. */
const problemsOf = (problems: readonly Problem[], t: Translate) =>
  planProblemLines(
    problems.filter(({ field, severity }) => severity === 'error' || !/\.dueOn$/.test(field)),
    t,
  )

function decisions(id: number, t: Translate): Choice[][] {
  const [take, leave] = importDecisions(id, t)
  return [
    [take],
    [{ label: t('intake.correct.label.task'), value: topicValue('intake', 'correct', id) }, leave],
  ]
}

/** One task of the preview, with where it stands in the file and why somebody should look at it. */
export function taskToCorrect(row: PreviewRow, t: Translate): string {
  return [
    taskLine(row, t),
    t('intake.correct.where', { line: row.line }),
    ...(row.unclearTime === null ? [] : [t('intake.correct.timeSaid', { said: row.unclearTime })]),
    ...pointedAt(row).map((doubt) => `⚠ ${t(`intake.doubt.${doubt}`)}`),
    t('intake.correct.what'),
  ].join('\n')
}
