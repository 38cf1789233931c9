/** Takes a list of units in: blocks, units, heads, and what the units owe. */
import { readUnitList, type UnitList } from '../../domain/imports/units/list.ts'
import { isWorkbook, readUnitSheet } from '../../domain/imports/units/sheet.ts'
import type { Tx } from '../client.ts'
import { endPostsOfUnits, type HeadChange, keepHeads } from '../people/heads.ts'
import { takeTurn } from './import-turns.ts'
import { type AskingChanges, syncAssignments } from './sync-assignments.ts'
import { endUnits, keepBlocks, keepUnit, knownUnits } from './units.ts'

export type UnitsImport = {
  list: UnitList
  /** Null: the list holds an error, and nothing was changed. */
  done: { heads: HeadChange[]; asking: AskingChanges } | null
}

const NOTHING = { added: [], changed: [], unchanged: [], gone: [], rows: [] }

/** `bytes` are CSV or an Excel workbook. All or nothing. Units that the list leaves out stay, unless `endGone` says that they have ended. */
export async function importUnits(
  tx: Tx,
  { bytes, endGone, ...when }: { bytes: Uint8Array; endGone: boolean; today: Temporal.PlainDate; now: Date },
): Promise<UnitsImport> {
  await takeTurn(tx)
  const known = await knownUnits(tx)
  const source = isWorkbook(bytes) ? await readUnitSheet(bytes) : { records: bytes }
  if ('problems' in source) return { list: { ...NOTHING, problems: source.problems }, done: null }
  const list = readUnitList(source.records, known, { endGone })
  if (list.problems.some(({ severity }) => severity === 'error')) return { list, done: null }

  const news = new Set([...list.added, ...list.changed].map(({ code }) => code))
  await keepBlocks(tx, list.rows)
  for (const row of list.rows.filter(({ code }) => news.has(code))) await keepUnit(tx, row)
  const heads = await keepHeads(tx, list.rows, when)
  if (endGone) {
    const gone = list.gone.map(({ code }) => code)
    await endPostsOfUnits(tx, gone, when)
    await endUnits(tx, gone, when.today)
  }
  return { list, done: { heads, asking: await syncAssignments(tx, when) } }
}
