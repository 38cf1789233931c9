/** Reads an Excel file: the rows of its first sheet that has any. */
import { workbookSheets } from '../office-documents/workbook-sheets.ts'
import type { DocumentLine } from './document-lines.ts'

/** Throws UnreadableDocument. */
export async function xlsxLines(bytes: Uint8Array): Promise<DocumentLine[]> {
  const sheets = await workbookSheets(bytes)
  const filled = sheets.find(({ rows }) => rows.length > 0)
  return (filled?.rows ?? []).map(({ line, values }) => ({ line, cells: values }))
}
