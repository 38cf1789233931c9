/** Finds an office's list of units among the sheets of an Excel workbook, as rows of text. */
import type { CsvRecord } from '../csv-lines.ts'
import { type FileKind, fileKind } from '../office-documents/file-kind.ts'
import { UnreadableDocument } from '../office-documents/unreadable-document.ts'
import { type Sheet, workbookSheets } from '../office-documents/workbook-sheets.ts'
import type { UnitProblem } from './problem.ts'
import { othersUnread, sheetDoubts } from './sheet-doubts.ts'
import { isHeader } from './table.ts'
import { wrongFile } from './wrong-file.ts'

/** The sheet that was read, and what is wrong or doubtful about how it looks in Excel. */
export type UnitSheet = { name: string; rows: CsvRecord[]; problems: UnitProblem[] }

/** Whatever is no CSV is opened as a workbook, and what it is instead is told then. */
export const isWorkbook = (bytes: Uint8Array): boolean => !isCsv(fileKind(bytes))

const isCsv = (kind: FileKind) => kind === 'text' || kind === 'otherLetters'

export async function readUnitSheet(
  bytes: Uint8Array,
): Promise<{ records: UnitSheet } | { problems: UnitProblem[] }> {
  const kind = fileKind(bytes)
  if (kind !== 'excel' && kind !== 'text' && kind !== 'unknown') return { problems: [wrongFile(kind)] }
  try {
    return { records: listAmong(await workbookSheets(bytes)) }
  } catch (error) {
    if (error instanceof UnreadableDocument)
      return { problems: [{ ...error.toProblem(), kind: 'notRead', file: 'unknown' }] }
    throw error
  }
}

/** The first sheet with a header of units, else the first with anything. */
function listAmong(sheets: readonly Sheet[]): UnitSheet {
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  const read = filled.find(({ rows }) => rows.some(isHeader)) ?? filled[0]
  if (!read) return { name: '', rows: [], problems: [] }
  const others = filled.filter((sheet) => sheet !== read).map(({ name }) => name)
  return {
    name: read.name,
    rows: read.rows.filter(isFilled),
    problems: [...othersUnread(read.name, others), ...sheetDoubts(read)],
  }
}

const isFilled = ({ values }: CsvRecord) => values.some((value) => value !== '')
