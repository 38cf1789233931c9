/** Sheets as one Excel file: bold headers that stay in sight, filters, and a page that can be printed. */
import writeExcelFile from 'write-excel-file/node'
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

export async function workbook(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows, pictures = [], rowHeight }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: 1,
    data: [
      columns.map(({ header }) => ({ ...HEADER, value: header, type: String })),
      ...rows.map((row) =>
        rowHeight === undefined
          ? row
          : row.map((cell, index) => (index === 0 ? tall(cell, rowHeight) : cell)),
      ),
    ],
    images: pictures.map(({ bytes, type, width, height, row, column }) => ({
      content: Buffer.from(bytes),
      contentType: type,
      ...{ width, height },
      dpi: 96,
      anchor: { row, column },
    })),
  }))
  const options = { fontFamily: 'Times New Roman', fontSize: 12, features: [printSetup(sheets)] }
  return new Uint8Array(await writeExcelFile(written, options).toBuffer())
}

type Row = SheetPlan['rows'][number]

/** The library takes a row's height from its first cell. */
const tall = (cell: Row[number], height: number): Row[number] =>
  typeof cell === 'object' && cell !== null && 'value' in cell
    ? { ...cell, height }
    : { value: ' ', type: String, height }
