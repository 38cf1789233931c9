/** A table with rules and a heading that comes again on every page. */
import { Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { paragraph } from './paragraphs.ts'

export type Column = {
  title: string
  /** Its part of the width, beside those of the others. */
  share: number
  /** Short signs stand in the middle; words begin at the left. */
  centred?: boolean
}

const SIDE = { left: 60, right: 60, top: 20, bottom: 20 }

/** `width` in twips. Every row has a cell for each column. */
export function ruledTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares))
  const cell = (style: string, text: string) =>
    new TableCell({ verticalAlign: VerticalAlign.CENTER, children: [paragraph(style, text)] })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: SIDE,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }) => cell('Column', title)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ centred }, at) => cell(centred ? 'Sign' : 'Cell', row[at] ?? '')),
          }),
      ),
    ],
  })
}
