/** Sheets as one Excel file: bold headers that stay in sight, filters, and a page that can be printed. */
import writeExcelFile from 'write-excel-file/node'
import { standIns } from '../stand-ins.ts'
import type { Chunks } from '../zip.ts'
import { printSetup } from './print-setup.ts'
import type { SheetPlan } from './sheet.ts'

const HEADER = {
  fontWeight: 'bold',
  backgroundColor: '#dfe6ee',
  wrap: true,
  alignVertical: 'center',
  borderStyle: 'thin',
  /** In points: three lines of a task's title. */
  height: 52,
} as const

/** As it was made on this day. */
export async function workbook(sheets: readonly SheetPlan[], day: string): Promise<Chunks> {
  const late = standIns()
  const written = sheets.map(({ name, columns, rows, beside = [], pictures = [], rowHeight = 0 }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    data: [
      columns.map(({ header }) => ({ ...HEADER, value: header, type: String })),
      ...withBeside(rows, beside, columns.length).map((row) =>
        row.map((cell, index) =>
          index === 0 ? tall(cell, Math.max(rowHeight, heightOf(row, columns))) : cell,
        ),
      ),
    ],
    images: pictures.map(({ bytes, type, width, height, row, column }) => ({
      content: Buffer.from(late.picture(bytes)),
      contentType: type,
      ...{ width, height },
      dpi: 96,
      anchor: { row, column },
    })),
  }))
  const options = { fontFamily: 'Times New Roman', fontSize: 12, features: [printSetup(sheets)] }
  return late.replaceIn(new Uint8Array(await writeExcelFile(written, options).toBuffer()), day)
}

/** With a column left free between. */
function withBeside(rows: Row[], beside: readonly Row[], columns: number): Row[] {
  const lines = Math.max(rows.length, beside.length)
  return Array.from({ length: lines }, (_, at) => {
    const row = rows[at] ?? []
    const more = beside[at]
    return more ? [...row, ...Array<null>(columns - row.length + 1).fill(null), ...more] : row
  })
}

/** What one line takes, and what Excel gives a row at most, in points. */
const LINE = 16
const HIGHEST = 400

/** Excel finds it out by itself when somebody edits a row; other programs, and paper, need to be told. */
function heightOf(row: Row, columns: SheetPlan['columns']): number {
  const lines = row.map((cell, at) => {
    const text = shownIn(cell)
    return Math.ceil(text.length / (columns[at]?.width ?? text.length))
  })
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines.filter(Number.isFinite)))
}

/** A date is shown by its format, and never as long as JavaScript writes it. */
function shownIn(cell: Row[number]): string {
  if (cell === null || typeof cell !== 'object' || !('value' in cell)) return ''
  return cell.value instanceof Date ? (cell.format ?? '') : String(cell.value)
}

type Row = SheetPlan['rows'][number]

/** The library takes a row's height from its first cell. */
const tall = (cell: Row[number], height: number): Row[number] =>
  typeof cell === 'object' && cell !== null && 'value' in cell
    ? { ...cell, height }
    : { value: ' ', type: String, height }
