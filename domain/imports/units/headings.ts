/** Rows among the units that name the block of those below: one merged cell, or a numeral and the name. */
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

/**
 * Merged over several cells, perhaps behind a numeral; or a Roman numeral and a name in one cell. What stands alone, or
 * behind a running number, may be a unit of which nothing else is known.
 */
function headingOf({ values }: CsvRecord): string | null {
  const [first = '', ...others] = values.filter((value) => value !== '')
  if (others.length === 0) return null
  const isNumeral = NUMERAL.test(first)
  const [name = '', ...more] = isNumeral ? others : [first, ...others]
  if (more.some((value) => value !== name)) return null
  if (more.length === 0 && !(isNumeral && isRoman(first))) return null
  return name.replace(/^[IVXLC\d]+[.)]\s*/u, '')
}

const NUMERAL = /^([IVXLC]+|[A-Z]|\d{1,2})[.)]?$/u
const isRoman = (text: string) => /^[IVXLCA-E]+[.)]?$/u.test(text)
