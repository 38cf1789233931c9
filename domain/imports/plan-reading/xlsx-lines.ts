/** Reads an Excel file: every sheet that has a plan's columns, and tells of what its sender may not see. */
import { type Sheet, workbookSheets } from '../office-documents/workbook-sheets.ts'
import type { Problem } from '../problem.ts'
import type { DocumentLine } from './document-lines.ts'
import { columnsOf } from './table-columns.ts'

type SheetLines = { lines: DocumentLine[]; problems: Problem[] }

/** Throws UnreadableDocument. */
export async function xlsxLines(bytes: Uint8Array): Promise<SheetLines> {
  const filled = (await workbookSheets(bytes)).filter(({ rows }) =>
    rows.some(({ values }) => values.some(Boolean)),
  )
  const first = Math.max(0, filled.findIndex(isPlan))
  // What stands before the first plan is its cover; without any, the first sheet is read as text.
  const read = filled.filter((sheet, index) => index <= first || isPlan(sheet))
  const others = filled.filter((sheet) => !read.includes(sheet))
  const several = read.filter(isPlan).length > 1
  return {
    lines: read.flatMap((sheet, index) => linesOf(sheet, several, index > first)),
    problems: [...others.map(notRead), ...read.flatMap((sheet) => unseen(sheet, several))],
  }
}

const columnsIn = ({ rows }: Sheet) => columnsOf(rows.map(({ values }) => values))

const isPlan = (sheet: Sheet) => columnsIn(sheet) !== null

/** Sheets of one plan repeat its letterhead, which is read once. */
function linesOf(sheet: Sheet, isNamed: boolean, isLater: boolean): DocumentLine[] {
  const rows = sheet.rows.slice(isLater ? (columnsIn(sheet)?.at ?? 0) : 0)
  const name = isNamed && isPlan(sheet) ? { sheet: sheet.name } : {}
  return rows.map(({ line, values }) => ({ line, cells: values, ...name }))
}

/** A filter hides rows too. */
function unseen(sheet: Sheet, isNamed: boolean): Problem[] {
  const columns = columnsIn(sheet)
  if (!columns) return []
  const below = sheet.rows.slice(columns.from).filter(({ values }) => values.some(Boolean))
  const told = (words: readonly string[]) =>
    `${isNamed ? `${sheet.name}: ` : ''}${words.filter(Boolean).join(', ')}`
  return below.flatMap(({ line, values }) => {
    const failed = sheet.failed.some(({ row, column }) => row === line && isRead(columns, column))
    return [
      ...(sheet.hiddenRows.includes(line) ? [rowHidden(line, told(values))] : []),
      ...(failed ? [formulaFailed(line, told(values))] : []),
    ]
  })
}

const isRead = (columns: object, column: number) =>
  Object.entries(columns).some(([name, place]) => name !== 'at' && name !== 'from' && place === column)

const rowHidden = (line: number, value: string): Problem => ({
  ...{ line, field: '', value, severity: 'warning' },
  problem: 'This row is hidden in Excel, and was read.',
  mend: 'Show it; if the task is no more, delete the row.',
})

const formulaFailed = (line: number, value: string): Problem => ({
  ...{ line, field: '', value, severity: 'warning' },
  problem: 'A formula in this row shows an error, such as #N/A.',
  mend: 'Write the value itself in place of the formula.',
})

const notRead = ({ name, rows }: Sheet): Problem => ({
  ...{ line: rows[0]?.line ?? 1, field: '', value: name, severity: 'warning' },
  problem: 'This sheet has no columns of a plan, and was not read.',
  mend: 'If tasks stand there, give it a heading with Nội dung and Thời gian.',
})
