/** A table with rules and a heading that comes again on every page. */
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { paragraph } from '../paragraphs.ts'
import { slot } from '../template/heading.ts'

export type Column = {
  title: string
  /** Its part of the width, beside those of the others. */
  share: number
  /** Short signs stand in the middle; words begin at the left. */
  centred?: boolean
}

const SIDE = { left: 60, right: 60, top: 20, bottom: 20 }

/** `row`, a text for each column, stands in for as many as there will be. `width` in twips. */
export function ruledTable(columns: readonly Column[], row: readonly string[], width: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares))
  const cell = (content: Paragraph) =>
    new TableCell({ verticalAlign: VerticalAlign.CENTER, children: [content] })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: SIDE,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }) => cell(paragraph('Column', title))),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(({ centred }, at) => cell(slot(centred ? 'Sign' : 'Cell', row[at] ?? ''))),
      }),
    ],
  })
}
