/** Appendix II: which units have not reported, on what, by when, and how often they were reminded. */
import type { Paragraph, Table } from 'docx'
import type { AnswerFacts, UnitFacts } from '../../../domain/papers/period-facts.ts'
import type { StandIns } from '../../stand-ins.ts'
import { clausesOf } from '../clauses.ts'
import { TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'
import { roman } from '../period-name.ts'
import { assignmentRows, figure, type Writing, writtenDay } from '../writing.ts'
import { ruledTable } from './ruled-table.ts'

export function silentTable(writing: Writing, standIns: StandIns): (Paragraph | Table)[] {
  const { facts, t } = writing
  const answers = Map.groupBy(
    facts.answers.filter(({ status }) => status === 'silent'),
    ({ unitCode }) => unitCode,
  )
  if (answers.size === 0) return [paragraph('Said', t('report.appendix.notSilent'))]
  const clauses = clausesOf(facts.tasks)
  const rows = facts.units.flatMap((unit) => {
    const silent = answers.get(unit.code)
    if (!silent) return []
    return [
      [
        unit.unit,
        unit.block ?? '',
        onWhat(writing, unit, silent, clauses),
        [...new Set(silent.map(({ dueOn }) => dueOn))].toSorted().map(writtenDay).join('; '),
        timesReminded(writing, silent),
      ],
    ]
  })
  const columns = [
    { title: t('report.appendix.ordinal'), share: 6, centred: true },
    { title: t('report.appendix.unit'), share: 28 },
    { title: t('report.appendix.block'), share: 22 },
    { title: t('report.appendix.silentOn'), share: 20 },
    { title: t('report.appendix.due'), share: 13, centred: true },
    { title: t('report.appendix.reminded'), share: 11, centred: true },
  ]
  const numbered = rows.map((row, at) => [String(at + 1), ...row])
  return [
    ruledTable(columns, standIns.row(numbered, columns.length), TEXT_WIDTH),
    paragraph('Cell', t('report.appendix.clausesMeant')),
  ]
}

/** One message speaks of several tasks: the most that any of them was in is how often the unit was reminded. */
function timesReminded({ tracer }: Writing, silent: readonly AnswerFacts[]): string {
  const most = Math.max(...silent.map((answer) => answer.timesReminded))
  const of = silent.filter(({ timesReminded: times }) => times === most).slice(0, 1)
  const deliveries = of.flatMap(({ reminders }) => reminders.map((id) => `delivery ${id}`))
  return String(tracer.note('Appendix II reminded', most, [...assignmentRows(of), ...deliveries]))
}

/** "II.4.b; II.5.a (quý I, III)": the clauses that head Appendix I; the quarters where the report is of several. */
function onWhat(
  { facts, t, tracer }: Writing,
  { asked }: UnitFacts,
  silent: readonly AnswerFacts[],
  clauses: ReturnType<typeof clausesOf>,
): string {
  const byTask = Map.groupBy(silent, ({ planCode, taskCode }) => clauses(planCode, taskCode))
  const words =
    silent.length === asked
      ? t('report.appendix.allSilent', { n: figure(silent.length) })
      : [...byTask]
          .map(([clause, same]) =>
            facts.quarters.length === 1
              ? clause
              : t('report.appendix.clauseIn', {
                  clause,
                  quarters: same.map(({ quarter }) => roman(quarter)).join(', '),
                }),
          )
          .join('; ')
  return tracer.note('Appendix II silent on', words, assignmentRows(silent))
}
