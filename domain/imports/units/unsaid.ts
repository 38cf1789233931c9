/** What a list that lacks a column says of a unit: what is known of it stays; of a new one, its name may tell. */
import { fold } from '../../vietnamese.ts'
import type { Column } from './columns.ts'
import type { UnitRow } from './row.ts'

/** Of the person, not of the unit: they go with the name. */
const OF_THE_HEAD: readonly Column[] = ['headTitle', 'phone']

/** The text of a cell that is not there; `before` is the unit as it is known. Undefined where nothing at all is said. */
export function unsaid(
  column: Column,
  { name, headName, before }: { name: string; headName: string; before: UnitRow | undefined },
): string | undefined {
  if (column === 'isPropaganda') return undefined
  if (before && isStill(column, headName, before)) return String(before[column] ?? '')
  return column === 'unitType' && isSchool(name) ? 'truong_hoc' : ''
}

function isStill(column: Column, headName: string, before: UnitRow): boolean {
  if (OF_THE_HEAD.includes(column)) return fold(headName) === fold(before.headName)
  // Where it has no shorter name, the short name follows the name.
  return column !== 'shortName' || before.shortName !== before.name
}

export const isSchool = (name: string): boolean =>
  /^truong (mam non|tieu hoc|th|mn|trung hoc|pho thong)/.test(fold(name))
