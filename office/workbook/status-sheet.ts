/** Unit by unit, how it stands with each task: one coloured cell a task. */
import type { AnswerFacts, PeriodFacts, TaskFacts } from '../../domain/papers/period-facts.ts'
import type { Translate } from '../../locales/i18n.ts'
import { number, type SheetPlan, words } from './sheet.ts'

/** Pale, so that black words stay legible, in print too. */
const COLOURS: Record<AnswerFacts['status'], string> = {
  done: '#d5ecdd',
  in_progress: '#dcedf9',
  not_started: '#fbeecb',
  blocked: '#f6d5d1',
  silent: '#e7e9ed',
}

export function statusSheet(facts: PeriodFacts, t: Translate): SheetPlan {
  const tasks = facts.tasks.filter(({ asked }) => asked > 0)
  const answers = new Map(facts.answers.map((answer) => [keyOf(answer.unitCode, answer), answer]))
  const several = facts.quarters.length > 1
  return {
    name: t('workbook.sheet.status'),
    columns: [
      { header: t('workbook.unitCode'), width: 8 },
      { header: t('workbook.unit'), width: 40 },
      { header: t('workbook.block'), width: 8 },
      ...tasks.map((task) => ({
        header: `${task.section}${several ? ` (${t('workbook.quarter', { quarter: task.quarter })})` : ''} ${task.shortTitle}`,
        width: 20,
      })),
      { header: t('workbook.asked'), width: 8 },
      { header: t('workbook.done'), width: 8 },
    ],
    rows: facts.units.map((unit) => [
      words(unit.code),
      words(unit.unit),
      words(unit.blockCode),
      ...tasks.map((task) => statusCell(answers.get(keyOf(unit.code, { ...task, taskCode: task.code })), t)),
      number(unit.asked),
      number(unit.done),
    ]),
    beside: [
      [{ value: t('workbook.legend'), type: String, fontWeight: 'bold' }],
      ...Object.entries(COLOURS).map(([status, backgroundColor]) => [
        { value: t(`status.${status as AnswerFacts['status']}`), type: String, backgroundColor },
      ]),
    ],
  }
}

const keyOf = (unitCode: string, task: { taskCode: string; quarter: TaskFacts['quarter'] }): string =>
  `${unitCode} ${task.taskCode} ${task.quarter}`

function statusCell(answer: AnswerFacts | undefined, t: Translate) {
  if (!answer) return null
  const { status, percent, overdue, saidSince } = answer
  const said = [
    t(`status.${status}`),
    ...(percent === null ? [] : [`${percent}%`]),
    ...(overdue ? [t('workbook.overdue')] : []),
    ...(saidSince ? [t('workbook.since', { status: t(`status.${saidSince.status}`) })] : []),
  ]
  return {
    value: said.join(', '),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    backgroundColor: COLOURS[status],
  }
}
