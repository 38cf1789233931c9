/** Reads the office's list of units from CSV, up to the cells of each unit; what they say: see unit-row.ts. */

import { tidy } from '../vietnamese.ts'
import { parseCsv } from './csv-lines.ts'
import type { Problem } from './problem.ts'

const REQUIRED = [
  'code',
  'name',
  'shortName',
  'unitType',
  'blockCode',
  'blockName',
  'isBlockLead',
  'headName',
  'headTitle',
  'phone',
  'isCoordinatingOffice',
] as const

export type Column = (typeof REQUIRED)[number] | 'isPropaganda'

/** One unit's line; `cell` gives the text in a column as it stands, undefined only where the file lacks the column. */
export type UnitLine = { line: number; cell: (column: Column) => string | undefined }

/** Columns may stand in any order, named in any case, among others that are ignored. */
export function readUnitLines(bytes: Uint8Array): { lines: UnitLine[]; problems: Problem[] } {
  const csv = parseCsv(bytes)
  if ('problems' in csv) return { lines: [], problems: csv.problems }

  const [header, ...records] = csv.records
  if (!header || records.length === 0) return { lines: [], problems: [noUnits(header?.line ?? 1)] }

  const names = header.values.map((name) => tidy(name).toLowerCase())
  const missing = REQUIRED.filter((column) => !names.includes(column.toLowerCase()))
  if (missing.length > 0)
    return { lines: [], problems: [missingColumns(missing, header.line, header.values)] }

  const fits = ({ values }: { values: string[] }) =>
    values.slice(names.length).every((value) => !value.trim())
  return {
    lines: records.filter(fits).map(({ line, values }) => ({
      line,
      cell: (column) => {
        const index = names.indexOf(column.toLowerCase())
        return index < 0 ? undefined : (values[index] ?? '')
      },
    })),
    problems: records
      .filter((record) => !fits(record))
      .map(({ line, values }) => tooManyCells(line, values.length, names.length)),
  }
}

const noUnits = (line: number): Problem => ({
  line,
  field: '',
  value: '',
  problem: 'There are no units in this file.',
  mend: `Write one header line (${REQUIRED.join(',')}), then one line for each unit.`,
  severity: 'error',
})

const missingColumns = (missing: string[], line: number, header: string[]): Problem => ({
  line,
  field: missing.join(', '),
  value: header.join(', '),
  problem: `The header lacks ${missing.map((column) => `"${column}"`).join(', ')}.`,
  mend: 'Add it to the header line, spelled like this; its cells may be empty where nothing is known.',
  severity: 'error',
})

const tooManyCells = (line: number, cells: number, columns: number): Problem => ({
  line,
  field: '',
  value: '',
  problem: `This row has ${cells} cells, and the header only ${columns}.`,
  mend: 'Put a value that holds a comma or semicolon in double quotes.',
  severity: 'error',
})
