/** Unit lists to import: the invented list of 61 units, its list of traps, and short ones made for one case. */
import { readFileSync } from 'node:fs'
import { type KnownUnits, readUnitList, type UnitList } from '../../../../domain/imports/units/list.ts'

const read = (name: string) => readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url))

export const cleanFile = read('units.csv')
export const dirtyFile = read('units-dirty.csv')

export const nothingKnown: KnownUnits = { units: [], blocks: [] }

/** What is known once this list has been imported. */
export const knowing = ({ rows }: UnitList): KnownUnits => ({
  units: rows,
  blocks: rows.map((row) => ({ code: row.blockCode, name: row.blockName })),
})

export const cleanList = readUnitList(cleanFile, nothingKnown)

const SCHOOL = {
  code: 'MN90',
  name: 'Trường Mầm non Sao Mai',
  shortName: 'MN Sao Mai',
  unitType: 'truong_hoc',
  blockCode: 'K4',
  blockName: 'Khối trường mầm non',
  isBlockLead: 'false',
  headName: 'Nguyễn Thị Mận',
  headTitle: 'Hiệu trưởng',
  phone: '0900 000 190',
  isCoordinatingOffice: 'false',
}

/** A CSV file of schools, alike but for the cells given and, from the second line on, the code and the phone. */
export function schools(...changes: Record<string, string>[]): Uint8Array {
  const rows = changes.map((change, index) => ({
    ...SCHOOL,
    code: `MN9${index}`,
    phone: `0900 000 19${index}`,
    ...change,
  }))
  const header = Object.keys(Object.assign({}, ...rows))
  const lines = [header, ...rows.map((row) => Object.values(row).map((cell) => `"${cell}"`))]
  return new TextEncoder().encode(lines.map((line) => line.join(',')).join('\n'))
}

/** The problems of a list, short enough to compare: `6 phone warning`. */
export const inShort = ({ problems }: { problems: UnitList['problems'] }): string[] =>
  problems.map(({ line, field, severity }) => `${line} ${field} ${severity}`)
