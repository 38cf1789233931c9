/** Appendix III: approved exemplars who agreed to be named. */
import type { Paragraph, Table } from 'docx'
import { shortened } from '../../printable.ts'
import type { StandIns } from '../../stand-ins.ts'
import { TEXT_WIDTH } from '../page.ts'
import { paragraph } from '../paragraphs.ts'
import { figure, type Writing } from '../writing.ts'
import { ruledTable } from './ruled-table.ts'

const MOST_OF_DEED = 400

export function exemplarTable({ facts, t, tracer }: Writing, standIns: StandIns): (Paragraph | Table)[] {
  const approved = facts.exemplars.filter(({ review }) => review === 'approved')
  const named = approved.filter(({ mayName, name }) => mayName && name !== null)
  const rows = named.map((one, at) => [
    String(at + 1),
    ...[
      one.name ?? '',
      one.role ?? '',
      one.unit,
      one.field ? t(`exemplar.field.${one.field}`) : '',
      shortened(one.deed ?? '', MOST_OF_DEED),
      t(`report.stage.${one.stage}`),
    ].map((cell) => (cell === '' ? '' : tracer.note('Appendix III', cell, [`exemplar ${one.id}`]))),
  ])
  const columns = [
    { title: t('report.appendix.ordinal'), share: 6, centred: true },
    { title: t('report.appendix.name'), share: 16 },
    { title: t('report.appendix.role'), share: 14 },
    { title: t('report.appendix.unit'), share: 17 },
    { title: t('report.appendix.field'), share: 11 },
    { title: t('report.appendix.deed'), share: 26 },
    { title: t('report.appendix.remark'), share: 10 },
  ]
  const left = approved.filter((one) => !named.includes(one)).map(({ id }) => `exemplar ${id}`)
  return [
    named.length === 0
      ? paragraph('Said', t('report.appendix.noExemplars'))
      : ruledTable(columns, standIns.row(rows, columns.length), TEXT_WIDTH),
    ...(left.length === 0
      ? []
      : [
          paragraph(
            'Said',
            t('report.appendix.unnamed', {
              n: figure(tracer.note('Appendix III unnamed', left.length, left)),
            }),
          ),
        ]),
  ]
}
