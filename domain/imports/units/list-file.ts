/** Reads the office's list of units, from CSV or from a sheet of Excel, up to the cells of each unit; what they say: see unit-row.ts. */
import { type CsvRecord, parseCsv } from '../csv-lines.ts'
import { type KnownCodes, type UnitLines, unitsInColumns } from './cells.ts'
import { COLUMNS, type Column, columnsOf, HEADINGS, isOurs, notUnderstood } from './columns.ts'
import { withHeadings } from './headings.ts'
import type { UnitProblem } from './problem.ts'
import type { UnitSheet } from './sheet.ts'
import { type UnitTable, unitTable } from './table.ts'

const REQUIRED = COLUMNS.filter((column) => column !== 'isPropaganda')

/** Without these a list of an office's own says nothing; codes are made of names. */
const ESSENTIAL = ['name', 'headName', 'blockName'] as const

/** Columns may stand in any order, named in any case, among others that are ignored. */
export function readUnitLines(source: Uint8Array | UnitSheet, known: KnownCodes): UnitLines {
  if (!(source instanceof Uint8Array)) {
    const { lines, problems } = linesOf(withHeadings(unitTable(source.rows)), known)
    return { lines, problems: [...source.problems, ...problems] }
  }
  const read = parseCsv(source)
  return 'problems' in read ? { lines: [], ...read } : linesOf(unitTable(read.records), known)
}

function linesOf({ header, rows, skipped }: UnitTable, known: KnownCodes): UnitLines {
  if (!header) return { lines: [], problems: [noUnits(1)] }
  const columns = columnsOf(header.values)
  const needed = isOurs(header.values) ? REQUIRED : ESSENTIAL
  const missing = needed.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { lines: [], problems: [missingColumns(missing, header)] }
  if (rows.length === 0) return { lines: [], problems: [noUnits(header.line)] }

  const fits = ({ values }: CsvRecord) => values.slice(columns.length).every((value) => !value.trim())
  const stray = rows.filter((row) => !fits(row))
  const { lines, problems } = unitsInColumns(rows.filter(fits), columns, known)
  const tooLong = stray.map(({ line, values }) => tooManyCells(line, values.length, columns.length))
  const unread = isOurs(header.values) ? [] : notUnderstood(header.values, columns)
  const strange = unread.length > 0 ? [unreadColumns(header.line, unread)] : []
  return { lines, problems: [...strange, ...skipped, ...tooLong, ...problems] }
}

const unreadColumns = (line: number, headings: readonly string[]): UnitProblem => ({
  kind: 'unreadColumns',
  line,
  field: '',
  value: headings.join(', '),
  problem: 'Nothing is read from these columns.',
  mend: `Where one is meant for ours, head it as one of: ${Object.values(HEADINGS).join(', ')}.`,
  severity: 'warning',
})

const noUnits = (line: number): UnitProblem => ({
  kind: 'noUnits',
  line,
  field: '',
  value: '',
  problem: 'There are no units in this file.',
  mend: `Write one header line (${REQUIRED.join(',')}), then one line for each unit.`,
  severity: 'error',
})

/** In our own names where the file has them, else as offices head their columns. */
function missingColumns(missing: readonly Column[], { line, values }: CsvRecord): UnitProblem {
  const headings = missing.map((column) => (isOurs(values) ? column : HEADINGS[column]))
  return {
    kind: 'missingColumns',
    line,
    field: missing.join(', '),
    value: values.filter((value) => value !== '').join(', '),
    beside: headings.join(', '),
    problem: `The header lacks ${headings.map((heading) => `"${heading}"`).join(', ')}.`,
    mend: 'Add it to the header line, spelled like this; its cells may be empty where nothing is known.',
    severity: 'error',
  }
}

const tooManyCells = (line: number, cells: number, columns: number): UnitProblem => ({
  kind: 'tooManyCells',
  line,
  field: '',
  value: '',
  problem: `This row has ${cells} cells, and the header only ${columns}.`,
  mend: 'Put a value that holds a comma or semicolon in double quotes.',
  severity: 'error',
})
