/** In Excel, a row that is one merged cell names the block of the units below it. */
import type { CsvRecord } from '../csv-lines.ts'
import { columnOf } from './columns.ts'
import type { UnitTable } from './table.ts'

/** Where no column names the block, the headings become a column of their own. */
export function withHeadings({ header, rows, ...table }: UnitTable): UnitTable {
  const units = rows.filter((row) => headingOf(row) === null)
  if (!header || units.length === rows.length) return { header, rows, ...table }
  if (header.values.some((name) => ['blockName', 'blockCode'].includes(columnOf(name) ?? '')))
    return { header, rows: units, ...table }
  let block = ''
  const inBlocks = rows.flatMap((row) => {
    const heading = headingOf(row)
    block = heading ?? block
    return heading === null ? [withCell(row, block)] : []
  })
  return { header: withCell(header, 'Khối'), rows: inBlocks, ...table }
}

const withCell = ({ line, values }: CsvRecord, value: string) => ({ line, values: [...values, value] })

/** Merged over several cells; what stands in one alone may be a unit of which nothing else is known. */
function headingOf({ values }: CsvRecord): string | null {
  const filled = values.filter((value) => value !== '')
  const [only] = filled
  if (!only || filled.length < 2 || filled.some((value) => value !== only)) return null
  return only.replace(/^[IVXLC\d]+[.)]\s*/u, '')
}
