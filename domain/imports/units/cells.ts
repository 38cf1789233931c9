/** The cells of each unit in a table; of a column that is not there, what can be concluded. */
import { fold } from '../../vietnamese.ts'
import type { CsvRecord } from '../csv-lines.ts'
import { nearBlocks } from './block-spelling.ts'
import { blockCodes, type Coded, unitCodes } from './codes.ts'
import { type Column, HEADINGS } from './columns.ts'
import { personName } from './person-name.ts'
import type { UnitProblem } from './problem.ts'
import type { UnitLine, UnitRow } from './row.ts'
import { isSchool, unsaid } from './unsaid.ts'

export type UnitLines = { lines: UnitLine[]; problems: UnitProblem[] }

/** What codes may stand for. */
export type KnownCodes = { units: readonly UnitRow[]; blocks: readonly Coded[] }

/** `columns` say what stands in each cell of a row; null is read by nobody. */
export function unitsInColumns(
  rows: readonly CsvRecord[],
  columns: readonly (Column | null)[],
  known: KnownCodes,
): UnitLines {
  const has = (column: Column) => columns.includes(column)
  const textOf = ({ values }: CsvRecord, column: Column) => values[columns.indexOf(column)] ?? ''
  const allOf = (column: Column) => rows.map((row) => textOf(row, column))
  const names = allOf('name').map(fold)
  const codes = has('code') ? allOf('code') : unitCodes(allOf('name'), known.units)
  const blocks = blockCodes(allOf('blockName'), known.blocks)

  const units = rows.map((row, index) => ({
    row,
    line: row.line,
    code: codes[index] ?? '',
    name: textOf(row, 'name'),
    headName: personName(textOf(row, 'headName')),
    clash: has('code') || codes[index] || !names[index] ? undefined : clashOf(names, index),
    blockName: textOf(row, 'blockName'),
    before: known.units.find(({ code }) => code === codes[index]?.toUpperCase()),
  }))
  const lines = units.map(({ row, line, clash, ...unit }) => ({
    line,
    clash,
    cell: (column: Column) => {
      if (has(column)) return textOf(row, column)
      if (column === 'code') return unit.code
      if (column === 'blockCode') return blocks.get(fold(unit.blockName))
      return unsaid(column, unit)
    },
  }))
  const schools = has('unitType') ? [] : units.filter(({ name, before }) => !before && isSchool(name))
  const problems = [
    ...(has('blockCode') ? [] : nearBlocks(units, known.blocks)),
    ...schools.slice(0, 1).map(({ line }) => typesConcluded(line, schools.length)),
  ]
  return { lines, problems }
}

/** Two units of one name are one unit written twice; others have the same initials. */
const clashOf = (names: readonly string[], index: number) =>
  names.filter((name) => name === names[index]).length > 1 ? ('sameName' as const) : ('sameInitials' as const)

const typesConcluded = (line: number, count: number): UnitProblem => ({
  kind: 'typesConcluded',
  line,
  field: 'unitType',
  value: '',
  count,
  problem: `Taken for schools (truong_hoc) by their names: ${count} units.`,
  mend: `Where that is wrong, add a column "${HEADINGS.unitType}".`,
  severity: 'warning',
})
