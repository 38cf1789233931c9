/** Makes Excel files for the reading of plans: text, numbers, real dates, merged cells. */
import writeXlsxFile, { type Row } from 'write-excel-file/node'

/** Below a cell over several rows stand empty ones. */
export type SheetCell = string | number | { day: string } | { text: string; across?: number; down?: number }

export function excelFile(rows: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  return writeXlsxFile(rows.map((row) => row.flatMap(cellsOf))).toBuffer()
}

function cellsOf(cell: SheetCell): Row {
  if (typeof cell === 'string') return [cell === '' ? null : { value: cell, type: String }]
  if (typeof cell === 'number') return [{ value: cell, type: Number }]
  if ('day' in cell) return [{ value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }]
  const { text, across = 1, down = 1 } = cell
  const written = { value: text, type: String, columnSpan: across, rowSpan: down }
  return [written, ...Array<null>(across - 1).fill(null)]
}
