/** What taking a plan in would mean, task by task, for the person of the office who sent its file. */

import type { PreviewRow } from '../domain/imports/plan-reading/read-plan-document.ts'
import type { PlanChanges } from '../domain/imports/plans/changes.ts'
import type { PlanFile } from '../domain/imports/plans/file.ts'
import type { Problem } from '../domain/imports/problem.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { fullDay, shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { importDecisions, shortened } from './import-file.ts'
import { planProblemLines } from './plan-problems.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

export type PlanToTake = {
  plan: PlanFile['plan']
  rows: PreviewRow[]
  problems: Problem[]
  changes: Pick<PlanChanges, 'added' | 'changed' | 'gone' | 'keptByOffice'> & { isNew: boolean }
}

/** `id` of the file, for its buttons. */
export function planPreview(
  id: number,
  { plan, rows, problems, changes }: PlanToTake,
  t: Translate,
): OutgoingMessage {
  const unsure = rows.some(({ doubts }) => doubts.length > 0)
  const inferred = rows.some(({ dueBasis }) => dueBasis !== 'stated')
  const counts = {
    added: changes.added.length,
    changed: changes.changed.length,
    gone: changes.gone.length,
    kept: changes.keptByOffice.length,
  }
  const parts = [
    t('intake.plan', { number: plan.number, day: fullDay(plan.issuedOn), title: plan.title, n: rows.length }),
    rows.map((row, index) => `${index + 1}. ${rowLine(row, t)}`).join('\n'),
    [
      ...(inferred ? [t('intake.inferred')] : []),
      ...(unsure ? [t('intake.unsure')] : []),
      ...planProblemLines(problems, t),
    ].join('\n'),
    t(changes.isNew ? 'intake.newPlan' : 'intake.knownPlan', counts),
  ]
  return { text: parts.filter((part) => part !== '').join('\n\n'), choices: decisions(id, t) }
}

function decisions(id: number, t: Translate): Choice[][] {
  const [take, leave] = importDecisions(id, t)
  return [
    [take],
    [{ label: t('intake.correct.label.task'), value: topicValue('intake', 'correct', id) }, leave],
  ]
}

/** One task of the preview, with where it stands in the file and why somebody should look at it. */
export function taskToCorrect(row: PreviewRow, t: Translate): string {
  const asked = row.audience.map((audience) => t(`intake.audience.${audience}`)).join(', ')
  return [
    rowLine(row, t),
    t('intake.correct.where', { line: row.line, asked }),
    ...row.doubts.map((doubt) => `⚠ ${t(`intake.doubt.${doubt}`)}`),
    t('intake.correct.what'),
  ].join('\n')
}

/** `II.4.b · quý IV · 31/12* · chỉ Phòng · Báo cáo tổng kết … ⚠` */
function rowLine(row: PreviewRow, t: Translate): string {
  const due = `${shortDay(row.dueOn)}${row.dueBasis === 'stated' ? '' : '*'}`
  const quarter =
    row.quarter === null
      ? t('intake.allYear')
      : t('intake.quarter', { quarter: ROMAN[row.quarter - 1] ?? '' })
  const parts = [
    row.clause,
    quarter,
    due,
    ...(row.asksUnitHeads ? [] : [t('intake.officeOnly')]),
    shortened(row.text),
  ]
  return `${parts.join(' · ')}${row.doubts.length > 0 ? ' ⚠' : ''}`
}
