/** Appendix II: which units have not reported, on what, and how often they were reminded. */
import type { Paragraph, Table } from 'docx'
import type { AnswerFacts, PeriodFacts } from '../../../domain/papers/period-facts.ts'
import type { Translate } from '../../../locales/i18n.ts'
import type { StandIns } from '../../stand-ins.ts'
import { TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'
import { roman } from '../period-name.ts'
import { assignmentRows, type Writing } from '../writing.ts'
import { ruledTable } from './ruled-table.ts'

export function silentTable({ facts, t, tracer }: Writing, standIns: StandIns): (Paragraph | Table)[] {
  const answers = Map.groupBy(
    facts.answers.filter(({ status }) => status === 'silent'),
    ({ unitCode }) => unitCode,
  )
  if (answers.size === 0) return [paragraph('Said', t('report.appendix.notSilent'))]
  const rows = facts.units.flatMap((unit) => {
    const silent = answers.get(unit.code)
    if (!silent) return []
    // One message speaks of several tasks: the most that any of them was in is how often the unit was reminded.
    const reminded = Math.max(...silent.map(({ timesReminded }) => timesReminded))
    const behind = assignmentRows(silent)
    const onWhat =
      silent.length === unit.asked
        ? t('report.appendix.allSilent', { n: silent.length })
        : codesOf(silent, facts, t)
    return [
      [unit.unit, unit.block ?? '', onWhat, String(tracer.note('Appendix II reminded', reminded, behind))],
    ]
  })
  const columns = [
    { title: t('report.appendix.ordinal'), share: 6, centred: true },
    { title: t('report.appendix.unit'), share: 33 },
    { title: t('report.appendix.block'), share: 22 },
    { title: t('report.appendix.silentOn'), share: 27 },
    { title: t('report.appendix.reminded'), share: 12, centred: true },
  ]
  const numbered = rows.map((row, at) => [String(at + 1), ...row])
  return [
    ruledTable(columns, standIns.row(numbered, columns.length), TEXT_WIDTH),
    paragraph('Cell', t('report.appendix.codesMeant')),
  ]
}

/** "Q4-b; CN-a (quý I, III)": by the codes that head Appendix I; the quarters where the report is of several. */
function codesOf(silent: readonly AnswerFacts[], { quarters }: PeriodFacts, t: Translate): string {
  const byCode = Map.groupBy(silent, ({ taskCode }) => taskCode)
  return [...byCode]
    .map(([code, same]) =>
      quarters.length === 1
        ? code
        : t('report.appendix.codeOf', {
            code,
            quarters: same.map(({ quarter }) => roman(quarter)).join(', '),
          }),
    )
    .join('; ')
}
