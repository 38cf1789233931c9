/** Importing the office's list of units: what it says, what is wrong with it, and what it would change. */
import { type Changes, compareByCode } from '../changes.ts'
import { type Block, nameBlocks } from './blocks.ts'
import { findConflicts } from './conflicts.ts'
import { settleHeads } from './heads.ts'
import { readUnitLines } from './list-file.ts'
import type { UnitProblem } from './problem.ts'
import { readUnitRow, type UnitRow } from './row.ts'
import type { UnitSheet } from './sheet.ts'

/** The units asked today, and every block there is. */
export type KnownUnits = { units: readonly UnitRow[]; blocks: readonly Block[] }

export type UnitList = Changes<UnitRow> & {
  /** The units without a mistake. While `problems` holds a single error, none of them may be applied. */
  rows: UnitRow[]
  /** By line. */
  problems: UnitProblem[]
  /** The sheet of the workbook that was read; none of a CSV. */
  sheet?: string
}

/**
 * Reads a list of units, from CSV or from a sheet of Excel, and holds it against what is known. Units that the list leaves out are
 * reported as gone; `endGone` says that the caller means to end them, so that another may take their place as leading
 * unit or coordinating office.
 */
export function readUnitList(
  source: Uint8Array | UnitSheet,
  known: KnownUnits,
  { endGone = false } = {},
): UnitList {
  const file = readUnitLines(source, known)
  const read = file.lines.map(readUnitRow)
  const codes = new Set(read.map(({ row }) => row.code))
  const gone = read.length === 0 ? [] : known.units.filter(({ code }) => !codes.has(code))

  const blocks = nameBlocks(read, known.blocks)
  const problems = [
    ...file.problems,
    ...read.flatMap((line) => line.problems),
    ...blocks.problems,
    ...findConflicts(read, endGone ? [] : gone),
  ].sort((a, b) => a.line - b.line)

  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ line }) => line))
  const sound = read.filter(({ line }) => !wrong.has(line))
  const rows = settleHeads(
    sound.map(({ row }) => ({ ...row, blockName: blocks.names.get(row.blockCode) ?? '' })),
  )
  const list = { ...compareByCode(known.units, rows), gone, rows, problems }
  return source instanceof Uint8Array ? list : { ...list, sheet: source.name }
}
