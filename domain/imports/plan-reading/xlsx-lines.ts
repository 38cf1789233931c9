/** Reads an Excel file: the rows of its first sheet that has any. */
import readSheets from 'read-excel-file/universal'
import { tidy } from '../../vietnamese.ts'
import type { DocumentLine } from './document-lines.ts'
import { UnreadableDocument } from './unreadable-document.ts'
import { mergedRanges } from './xlsx-merges.ts'
import { zipParts } from './zip-parts.ts'

/** Throws UnreadableDocument. */
export async function xlsxLines(bytes: Uint8Array): Promise<DocumentLine[]> {
  // Unpacked once to see that it is small enough, for the library that reads it sets no limit.
  const parts = zipParts(bytes, (name) => name.startsWith('xl/'))
  try {
    const sheets = await readSheets(Uint8Array.from(bytes).buffer)
    const index = sheets.findIndex(({ data }) => data.length > 0)
    const rows = (sheets[index]?.data ?? []).map((row) => row.map(cellText))
    for (const { top, left, bottom, right } of mergedRanges(parts.get(`xl/worksheets/sheet${index + 1}.xml`)))
      for (const row of rows.slice(top, bottom + 1)) row.fill(rows[top]?.[left] ?? '', left, right + 1)
    return rows.map((cells, row) => ({ line: row + 1, cells }))
  } catch {
    throw new UnreadableDocument(
      'This is not an Excel workbook.',
      'Open it in Excel, save it as a workbook (.xlsx) and import that.',
    )
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) {
    const day = Temporal.PlainDate.from(value.toISOString().slice(0, 10))
    return `${day.day}/${day.month}/${day.year}`
  }
  return tidy(String(value ?? ''))
}
