/** Appendix I: how each unit stands with each task, by signs, on a page that lies. */
import type { Paragraph, Table } from 'docx'
import type { AnswerFacts, TaskFacts } from '../../../domain/papers/period-facts.ts'
import type { Translate } from '../../../locales/i18n.ts'
import type { StandIns } from '../../stand-ins.ts'
import { WIDE_TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'
import { assignmentRows, type Writing, writtenDay } from '../writing.ts'
import { type Column, ruledTable } from './ruled-table.ts'

/** More columns would not be read; a year's tasks are then given in several tables. */
const MOST_TASKS = 10

export function progressTables({ facts, t, tracer }: Writing, standIns: StandIns): (Paragraph | Table)[] {
  const asking = facts.tasks.filter(({ asksUnitHeads }) => asksUnitHeads)
  const byPlace = new Map(
    facts.answers.map((answer) => [placeOf(answer.unitCode, answer.taskCode, answer.quarter), answer]),
  )
  const tables = chunks(asking, MOST_TASKS).flatMap((tasks) => {
    const columns: Column[] = [
      { title: t('report.appendix.ordinal'), share: 5, centred: true },
      { title: t('report.appendix.unit'), share: 34 },
      ...tasks.map((task) => ({
        title: columnTitle(task, facts.quarters.length > 1),
        share: 8,
        centred: true,
      })),
    ]
    const signs = facts.units.map(({ code, unit }, at) => [
      String(at + 1),
      unit,
      ...tasks.map((task) => sign(byPlace.get(placeOf(code, task.code, task.quarter)), t)),
    ])
    const totals = tasks.map((task) => {
      const done = facts.answers.filter(
        (a) => a.taskCode === task.code && a.quarter === task.quarter && a.status === 'done',
      )
      const place = `Appendix I Q${task.quarter} ${task.code} done`
      return `${tracer.note(place, done.length, assignmentRows(done))}/${task.asked}`
    })
    const meant = tasks.map((task) =>
      t('report.appendix.taskMeant', {
        code: columnTitle(task, facts.quarters.length > 1),
        title: task.shortTitle,
        due: writtenDay(task.dueOn),
      }),
    )
    return [
      ruledTable(
        columns,
        standIns.row([...signs, ['', t('report.appendix.total'), ...totals]], columns.length),
        WIDE_TEXT_WIDTH,
      ),
      paragraph('Cell', t('report.appendix.tasksMeant')),
      ...meant.map((line) => paragraph('Cell', line)),
      paragraph('Cell', ''),
    ]
  })
  return [paragraph('Cell', t('report.appendix.legend')), paragraph('Cell', ''), ...tables]
}

const placeOf = (unitCode: string, taskCode: string, quarter: number) =>
  JSON.stringify([unitCode, taskCode, quarter])

const columnTitle = ({ code, quarter }: TaskFacts, several: boolean) =>
  several && !code.startsWith(`Q${quarter}`) ? `${code} (Q${quarter})` : code

function sign(answer: AnswerFacts | undefined, t: Translate): string {
  if (!answer) return ''
  const percent = answer.status === 'in_progress' && answer.percent !== null ? ` ${answer.percent}%` : ''
  return `${t(`report.appendix.sign.${answer.status}`)}${percent}${answer.overdue ? '*' : ''}`
}

function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) =>
    items.slice(at * most, (at + 1) * most),
  )
}
