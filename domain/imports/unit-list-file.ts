/** Reads the office's list of units, from CSV or from the rows of a workbook, up to the cells of each unit; what they say: see unit-row.ts. */

import { fold } from '../vietnamese.ts'
import { type CsvRecord, parseCsv } from './csv-lines.ts'
import type { Problem } from './problem.ts'
import { type Coded, codeFor, codesFor } from './unit-codes.ts'
import { COLUMNS, type Column, columnOf, isOurs } from './unit-columns.ts'
import { isHeader } from './unit-sheet.ts'

const REQUIRED = COLUMNS.filter((column) => column !== 'isPropaganda')

/** Without these a list of an office's own says nothing; codes are made of names. */
const ESSENTIAL = ['name', 'headName', 'blockName'] as const

/** One unit's line; `cell` gives the text in a column as it stands, undefined only where the file lacks the column. */
export type UnitLine = { line: number; cell: (column: Column) => string | undefined }

/** Columns may stand in any order, named in any case, among others that are ignored; titles may stand above them. */
export function readUnitLines(
  source: Uint8Array | CsvRecord[],
  known: { units: readonly Coded[]; blocks: readonly Coded[] },
): { lines: UnitLine[]; problems: Problem[] } {
  const read = source instanceof Uint8Array ? parseCsv(source) : { records: source }
  if ('problems' in read) return { lines: [], problems: read.problems }

  const at = Math.max(read.records.findIndex(isHeader), 0)
  const [header, ...records] = read.records.slice(at)
  if (!header || records.length === 0) return { lines: [], problems: [noUnits(header?.line ?? 1)] }

  const columns = header.values.map(columnOf)
  const needed = isOurs(header.values) ? REQUIRED : ESSENTIAL
  const missing = needed.filter((column) => !columns.includes(column))
  if (missing.length > 0)
    return { lines: [], problems: [missingColumns(missing, header.line, header.values)] }

  const fits = ({ values }: CsvRecord) => values.slice(columns.length).every((value) => !value.trim())
  const sound = records.filter(fits)
  const textOf = ({ values }: CsvRecord, column: Column) => {
    const index = columns.indexOf(column)
    return index < 0 ? undefined : (values[index] ?? '')
  }
  const names = sound.map((record) => textOf(record, 'name') ?? '')
  const codes = codesFor(names, known.units)
  return {
    lines: sound.map((record, index) => ({
      line: record.line,
      cell: (column) =>
        textOf(record, column) ??
        concluded(column, (of) => textOf(record, of) ?? '', codes[index] ?? '', known.blocks),
    })),
    problems: records
      .filter((record) => !fits(record))
      .map(({ line, values }) => tooManyCells(line, values.length, columns.length)),
  }
}

/** What the names of a unit and its block tell where the list has no column for it. */
function concluded(
  column: Column,
  textOf: (column: Column) => string,
  code: string,
  blocks: readonly Coded[],
): string | undefined {
  if (column === 'code') return code
  if (column === 'blockCode') return codeFor(textOf('blockName'), blocks)
  if (column === 'unitType')
    return /^truong (mam non|tieu hoc|th|mn|trung hoc|pho thong)/.test(fold(textOf('name')))
      ? 'truong_hoc'
      : ''
  return column === 'isPropaganda' ? undefined : ''
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
