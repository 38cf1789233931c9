/** An office's list of units in Excel, as rows of text; a row that is one merged cell names the block of those below. */
import type { CsvRecord } from './csv-lines.ts'
import { isRow } from './plan-reading/document-lines.ts'
import { UnreadableDocument } from './plan-reading/unreadable-document.ts'
import { xlsxLines } from './plan-reading/xlsx-lines.ts'
import type { Problem } from './problem.ts'
import { columnOf } from './unit-columns.ts'

/** What a zip, and so every .xlsx, begins with. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

export async function readUnitSheet(
  bytes: Uint8Array,
): Promise<{ records: CsvRecord[] } | { problems: Problem[] }> {
  try {
    const lines = (await xlsxLines(bytes)).flatMap((line) =>
      isRow(line) && line.cells.some((cell) => cell !== '') ? [{ line: line.line, values: line.cells }] : [],
    )
    return { records: withBlocks(lines) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { problems: [error.toProblem()] }
    throw error
  }
}

/** Where no column names the block, headings between the rows do: they become a column of their own. */
function withBlocks(records: CsvRecord[]): CsvRecord[] {
  const at = records.findIndex(isHeader)
  const header = records[at]
  if (!header) return records
  const hasBlocks = header.values.some((name) => ['blockName', 'blockCode'].includes(columnOf(name) ?? ''))
  let block = ''
  const rows = records.slice(at + 1).flatMap(({ line, values }) => {
    const filled = values.filter((value) => value !== '')
    const [only] = filled
    // Merged over several cells; one that stands alone may be a unit of which nothing else is known.
    if (only && filled.length > 1 && filled.every((value) => value === only)) {
      block = only.replace(/^[IVXLC\d]+[.)]\s*/u, '')
      return []
    }
    return [{ line, values: hasBlocks ? values : [...values, block] }]
  })
  return [{ ...header, values: hasBlocks ? header.values : [...header.values, 'Khối'] }, ...rows]
}

/** The first row that heads the name of a unit and something else we know; titles may stand above it. */
export const isHeader = ({ values }: CsvRecord): boolean => {
  const known = values.map(columnOf).filter((column) => column !== null)
  return known.includes('name') && new Set(known).size > 1
}
