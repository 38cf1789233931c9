/** What a list may hold without its sender seeing it: hidden rows and columns, other sheets, formulas that failed. */
import type { CsvRecord } from '../csv-lines.ts'
import type { Sheet } from '../office-documents/workbook-sheets.ts'
import { columnOf } from './columns.ts'
import type { UnitProblem } from './problem.ts'
import { headerAt } from './table.ts'

/** A filter hides rows too. */
export function sheetDoubts({ rows, hiddenRows, hiddenColumns, failed }: Sheet): UnitProblem[] {
  const header = rows[headerAt(rows)]
  if (!header) return []
  const below = rows.filter(({ line }) => line > header.line)
  const headings = hiddenColumns.map((column) => header.values[column] ?? '').filter((name) => name !== '')
  const errors = failed.filter(
    ({ row, column }) => row > header.line && columnOf(header.values[column] ?? ''),
  )
  return [
    ...(headings.length > 0 ? [columnsHidden(header.line, headings)] : []),
    ...below.filter(({ line, values }) => hiddenRows.includes(line) && values.some(Boolean)).map(rowHidden),
    ...errors.map(({ row, column }) => formulaFailed(row, header.values[column] ?? '')),
  ]
}

/** `others` hold something too. */
export function othersUnread(read: string, others: readonly string[]): UnitProblem[] {
  if (others.length === 0) return []
  return [
    {
      kind: 'otherSheets',
      line: 1,
      field: '',
      value: others.join(', '),
      beside: read,
      problem: `Only the sheet "${read}" was read; ${others.map((name) => `"${name}"`).join(', ')} holds rows too.`,
      mend: 'If units stand there as well, put them all on one sheet.',
      severity: 'warning',
    },
  ]
}

const columnsHidden = (line: number, headings: string[]): UnitProblem => ({
  kind: 'hiddenColumns',
  line,
  field: '',
  value: headings.join(', '),
  problem: 'These columns are hidden in Excel, and were read.',
  mend: 'Show them and look whether they are right.',
  severity: 'warning',
})

const rowHidden = ({ line, values }: CsvRecord): UnitProblem => ({
  kind: 'hiddenRow',
  line,
  field: '',
  value: values.filter((value) => value !== '').join(', '),
  problem: 'This row is hidden in Excel, and was read.',
  mend: 'Show it; if the unit is no more, delete the row.',
  severity: 'warning',
})

const formulaFailed = (line: number, heading: string): UnitProblem => ({
  kind: 'formulaFailed',
  line,
  field: columnOf(heading) ?? '',
  value: heading,
  problem: 'The formula in this column shows an error, such as #N/A.',
  mend: 'Write the value itself in place of the formula.',
  severity: 'error',
})
