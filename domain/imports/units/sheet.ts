/** Finds an office's list of units among the sheets of an Excel workbook, as rows of text. */
import type { CsvRecord } from '../csv-lines.ts'
import { UnreadableDocument } from '../office-documents/unreadable-document.ts'
import { type Sheet, workbookSheets } from '../office-documents/workbook-sheets.ts'
import type { UnitProblem } from './problem.ts'
import { othersUnread, sheetDoubts } from './sheet-doubts.ts'
import { isHeader } from './table.ts'

/** The sheet that was read, and what is wrong or doubtful about how it looks in Excel. */
export type UnitSheet = { name: string; rows: CsvRecord[]; problems: UnitProblem[] }

/** By its first bytes, never by its name: a zip, as every .xlsx is, or an older file. */
export const isWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b) || isCompound(bytes)

/** What Excel wrote before 2007, and still writes of a workbook with a password. */
const isCompound = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

export async function readUnitSheet(
  bytes: Uint8Array,
): Promise<{ records: UnitSheet } | { problems: UnitProblem[] }> {
  if (isCompound(bytes)) return { problems: [isEncrypted(bytes) ? WITH_PASSWORD : OLD_EXCEL] }
  try {
    return { records: listAmong(await workbookSheets(bytes)) }
  } catch (error) {
    if (error instanceof UnreadableDocument)
      return { problems: [{ ...error.toProblem(), kind: 'unreadable' }] }
    throw error
  }
}

const isEncrypted = (bytes: Uint8Array) =>
  new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')

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

const OLD_EXCEL: UnitProblem = {
  kind: 'oldExcel',
  line: 1,
  field: '',
  value: '',
  problem: 'This is a file of old Excel (.xls).',
  mend: 'Open it, choose "Save as", take Excel workbook (.xlsx), and import that.',
  severity: 'error',
}

const WITH_PASSWORD: UnitProblem = {
  ...OLD_EXCEL,
  kind: 'password',
  problem: 'This workbook has a password.',
  mend: 'Open it, take the password away, save it as an Excel workbook (.xlsx), and import that.',
}
