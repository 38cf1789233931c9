/** Finds the table in an office's list: its header, and the rows of units below it. */
import type { CsvRecord } from '../csv-lines.ts'
import { columnOf } from './columns.ts'
import { partFooters } from './footer.ts'
import type { UnitProblem } from './problem.ts'

export type UnitTable = {
  /** Undefined in an empty file. */
  header: CsvRecord | undefined
  rows: CsvRecord[]
  /** The rows that were taken for none of a unit. */
  skipped: UnitProblem[]
}

/** Titles may stand above the header, a row of column numbers below it, and sums and signatures at the end. */
export function unitTable(records: readonly CsvRecord[]): UnitTable {
  const at = headerAt(records)
  const below = records.slice(at + 1).filter((row) => !isHeader(row) && !isNumbering(row))
  const { units, footers } = partFooters(below)
  return { header: records[at], rows: units, skipped: footers.map(skipped) }
}

/** The first row that is a header, or the second where two make one; without any, the first row. */
export function headerAt(records: readonly CsvRecord[]): number {
  const first = records.findIndex(isHeader)
  const next = records[first + 1]
  return first >= 0 && next && isHeader(next) ? first + 1 : Math.max(first, 0)
}

/** Heads the name of a unit and something else we know. A list printed on many pages repeats it. */
export function isHeader({ values }: CsvRecord): boolean {
  const known = values.map(columnOf).filter((column) => column !== null)
  return known.includes('name') && new Set(known).size > 1
}

/** "(1) (2) (3)", as tables in papers number their columns; or a running number with nothing beside it. */
const isNumbering = ({ values }: CsvRecord) =>
  values.every((value) => /^(\(?\d{1,2}\)?|[A-E])?$/.test(value.trim()))

const skipped = ({ line, values }: CsvRecord): UnitProblem => ({
  kind: 'footer',
  line,
  field: '',
  value: [...new Set(values.filter((value) => value.trim() !== ''))].join(', '),
  problem: 'This row was skipped as a sum or a signature, not a unit.',
  mend: 'Nothing is to be done unless it is a unit: then write its phone number.',
  severity: 'warning',
})
