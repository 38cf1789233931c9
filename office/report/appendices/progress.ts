/** Appendix I: how each unit stands with each task, by signs, on a page that lies. */
import type { Paragraph, Table } from 'docx'
import type { AnswerFacts, TaskFacts } from '../../../domain/papers/period-facts.ts'
import { isAnswerTo, tasksOnce } from '../../../domain/papers/same-task.ts'
import type { Translate } from '../../../locales/i18n.ts'
import type { StandIns } from '../../stand-ins.ts'
import { clausesOf } from '../clauses.ts'
import { WIDE_TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'
import { roman } from '../period-name.ts'
import { answerRows, assignmentRows, type Writing, writtenDay } from '../writing.ts'
import { type Column, ruledTable } from './ruled-table.ts'

/** More columns would not be read; a year's tasks are then given in several tables. */
const MOST_TASKS = 10

export function progressTables(writing: Writing, standIns: StandIns): (Paragraph | Table)[] {
  const { facts, t } = writing
  const asking = facts.tasks.filter(({ asksUnitHeads }) => asksUnitHeads)
  const clauses = clausesOf(facts.tasks)
  const tables = chunks(asking, MOST_TASKS).flatMap((tasks) => {
    const columns: Column[] = [
      { title: t('report.appendix.ordinal'), share: 5, centred: true },
      { title: t('report.appendix.unit'), share: 34 },
      ...tasks.map((task) => {
        const clause = clauses(task.planCode, task.code)
        const title = isRecurring(task, facts.tasks)
          ? t('report.appendix.clauseInQuarter', { clause, quarter: roman(task.quarter) })
          : clause
        return { title, share: 8, centred: true }
      }),
    ]
    const inColumns = tasks.map((task) => column(writing, task, clauses(task.planCode, task.code)))
    const signs = facts.units.map(({ code, unit }, at) => [
      String(at + 1),
      unit,
      ...inColumns.map(({ signOf }) => signOf(code)),
    ])
    const totals = ['', t('report.appendix.total'), ...inColumns.map(({ total }) => total)]
    return [
      ruledTable(columns, standIns.row([...signs, totals], columns.length), WIDE_TEXT_WIDTH),
      paragraph('Cell', t('report.appendix.tasksMeant')),
      ...tasksOnce(tasks).flatMap((same) => meant(same, clauses, t)),
      paragraph('Cell', ''),
    ]
  })
  return [paragraph('Cell', t('report.appendix.legend')), paragraph('Cell', ''), ...tables]
}

const isRecurring = (task: TaskFacts, tasks: readonly TaskFacts[]): boolean =>
  tasks.some(
    ({ planCode, code, quarter }) =>
      planCode === task.planCode && code === task.code && quarter !== task.quarter,
  )

/** One task of one quarter: the sign of each unit by its code, and how many of those asked have done it. */
function column({ facts, t, tracer }: Writing, task: TaskFacts, clause: string) {
  const place = `Appendix I ${clause} Q${task.quarter}`
  const answers = facts.answers.filter(isAnswerTo(task))
  const byUnit = new Map(answers.map((answer) => [answer.unitCode, answer]))
  const done = answers.filter(({ status }) => status === 'done')
  const n = tracer.note(`${place} done`, done.length, assignmentRows(done))
  const asked = tracer.note(`${place} asked`, answers.length, assignmentRows(answers))
  return {
    total: `${n}/${asked}`,
    signOf(unitCode: string): string {
      const answer = byUnit.get(unitCode)
      return answer ? tracer.note(`${place} ${unitCode}`, sign(answer, t), answerRows([answer])) : ''
    },
  }
}

/** What a clause says in full; the report itself has the short title. */
function meant(
  quarters: readonly TaskFacts[],
  clauses: ReturnType<typeof clausesOf>,
  t: Translate,
): Paragraph[] {
  const [task] = quarters
  if (!task) return []
  const title = task.fullText.replace(/[.;:]\s*$/u, '')
  const due = quarters.map(({ dueOn }) => writtenDay(dueOn)).join('; ')
  const clause = clauses(task.planCode, task.code)
  return [paragraph('Cell', t('report.appendix.taskMeant', { clause, title, due }))]
}

function sign(answer: AnswerFacts, t: Translate): string {
  const percent = answer.status === 'in_progress' && answer.percent !== null ? ` ${answer.percent}%` : ''
  return `${t(`report.appendix.sign.${answer.status}`)}${percent}${answer.overdue ? '*' : ''}`
}

function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) =>
    items.slice(at * most, (at + 1) * most),
  )
}
