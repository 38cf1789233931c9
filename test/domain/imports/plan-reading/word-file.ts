/** Makes Word files for the reading of plans: paragraphs, lists with automatic numbers, tables with merged cells. */
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx'

type Cell = string | { text: string; across?: number; down?: number }

/** `auto`: numbered by Word itself: I., 1., a). */
export type Block = string | { auto: 'section' | 'number' | 'letter'; text: string } | { table: Cell[][] }

const LEVELS = ['section', 'number', 'letter'] as const
const FORMATS = [
  [LevelFormat.UPPER_ROMAN, '%1.'],
  [LevelFormat.DECIMAL, '%2.'],
  [LevelFormat.LOWER_LETTER, '%3)'],
] as const

export function wordFile(blocks: readonly Block[]): Promise<Buffer> {
  const levels = FORMATS.map(([format, text], level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.START,
  }))
  const document = new Document({
    numbering: { config: [{ reference: 'plan', levels }] },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: blocks.map(written),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function written(block: Block): Paragraph | Table {
  if (typeof block === 'string') return new Paragraph(block)
  if ('auto' in block) {
    const level = LEVELS.indexOf(block.auto)
    return new Paragraph({ text: block.text, numbering: { reference: 'plan', level } })
  }
  return new Table({ rows: block.table.map((cells) => new TableRow({ children: cells.map(cellOf) })) })
}

function cellOf(cell: Cell): TableCell {
  const { text, across, down } = typeof cell === 'string' ? { text: cell, across: 1, down: 1 } : cell
  return new TableCell({ children: [new Paragraph(text)], columnSpan: across ?? 1, rowSpan: down ?? 1 })
}
