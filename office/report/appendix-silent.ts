/** Appendix II: who has not reported, on what, and how often they were reminded. */
import type { Paragraph, Table } from 'docx'
import { TEXT_WIDTH } from './page.ts'
import { paragraph } from './paragraphs.ts'
import { ruledTable } from './ruled-table.ts'
import type { StandIns } from './stand-ins.ts'
import { type Writing, writtenDay } from './writing.ts'

export function silentTable({ facts, t, tracer }: Writing, standIns: StandIns): (Paragraph | Table)[] {
  const silent = facts.answers.filter(({ status }) => status === 'silent')
  if (silent.length === 0) return [paragraph('Said', t('report.appendix.notSilent'))]
  const titleOf = new Map(facts.tasks.map(({ code, shortTitle }) => [code, shortTitle]))
  const blockOf = new Map(facts.units.map(({ code, block }) => [code, block]))
  const byUnit = silent.toSorted((a, b) => (a.unitCode < b.unitCode ? -1 : a.unitCode > b.unitCode ? 1 : 0))
  const rows = byUnit.map((answer, at) => [
    String(at + 1),
    answer.unit,
    blockOf.get(answer.unitCode) ?? '',
    titleOf.get(answer.taskCode) ?? answer.taskCode,
    writtenDay(answer.dueOn),
    String(tracer.note('Appendix II reminded', answer.timesReminded, [`assignment ${answer.assignmentId}`])),
  ])
  const columns = [
    { title: t('report.appendix.ordinal'), share: 6, centred: true },
    { title: t('report.appendix.unit'), share: 26 },
    { title: t('report.appendix.block'), share: 20 },
    { title: t('report.appendix.content'), share: 26 },
    { title: t('report.appendix.due'), share: 13, centred: true },
    { title: t('report.appendix.reminded'), share: 9, centred: true },
  ]
  return [ruledTable(columns, standIns.row(rows, columns.length), TEXT_WIDTH)]
}
