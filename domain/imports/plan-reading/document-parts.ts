/** Parts a plan's lines into what is read as text and the tables of tasks. */
import { type DocumentLine, isRow, type Row } from './document-lines.ts'
import { hasPhrase } from './near-phrase.ts'
import { type Columns, columnsOf } from './table-columns.ts'

type Paragraph = { line: number; text: string }
type TaskTable = { rows: Row[]; columns: Columns; isAppended: boolean; sheet: string | undefined }
export type DocumentParts = { paragraphs: Paragraph[]; tables: TaskTable[] }

/** Rows above a table's heading, and tables that hold no tasks, are read as text: many a letterhead is a table. */
export function documentParts(lines: readonly DocumentLine[]): DocumentParts {
  const paragraphs: Paragraph[] = []
  const tables: TaskTable[] = []
  for (const block of blocksOf(lines)) {
    const rows = block.filter(isRow)
    const columns = columnsOf(rows.map(({ cells }) => cells))
    const text = columns ? rows.slice(0, columns.at) : rows
    paragraphs.push(...block.flatMap((line) => (isRow(line) ? [] : line)), ...text.flatMap(asParagraphs))
    if (columns)
      tables.push({
        rows: rows.slice(columns.from),
        columns,
        isAppended: paragraphs.some(isEnd),
        sheet: rows[0]?.sheet,
      })
  }
  const end = paragraphs.findIndex(isEnd)
  return {
    paragraphs: paragraphs.slice(0, end < 0 ? undefined : end).filter(({ text }) => !isClosing(text)),
    tables,
  }
}

/** Rows of one sheet that follow each other are one table; every paragraph is a block. */
function blocksOf(lines: readonly DocumentLine[]): DocumentLine[][] {
  const blocks: DocumentLine[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (isRow(line) && last?.[0] && isRow(last[0]) && last[0].sheet === line.sheet) last.push(line)
    else blocks.push([line])
  }
  return blocks
}

function asParagraphs({ line, cells }: { line: number; cells: string[] }): Paragraph[] {
  const texts = [...new Set(cells)].flatMap((cell) => cell.split('\n')).filter(Boolean)
  return texts.map((text) => ({ line, text }))
}

const isEnd = ({ text }: Paragraph) => /^n.{1,2}i nh.{1,2}n\s*:/iu.test(text)

/** The last sentence of a plan ends with a stroke; it sets nothing. */
const isClosing = (text: string) =>
  /\.\s*\/\s*\.?$/.test(text) ||
  ['Trên đây là Kế hoạch', 'Căn cứ nội dung Kế hoạch'].some((words) => hasPhrase(text.slice(0, 30), words))
