/** Finds the units that somebody typed: by code, by name, or by a part of the name that only one of them has. */
import { fold } from '../vietnamese.ts'

type NamedUnit = { code: string; name: string; shortName: string }

export type TypedUnits<Unit> = {
  /** Each once. */
  found: Unit[]
  /** Words that no unit has. */
  unknown: string[]
  /** Words that several units have. */
  ambiguous: { typed: string; units: Unit[] }[]
}

/** Several are separated by commas, semicolons or lines. */
export function unitsTyped<Unit extends NamedUnit>(text: string, units: readonly Unit[]): TypedUnits<Unit> {
  const words = text.split(/[,;\n]/).filter((word) => fold(word) !== '')
  const read = words.map((word) => ({ typed: word.trim(), units: unitsNamed(fold(word), units) }))
  return {
    found: [...new Set(read.flatMap((one) => (one.units.length === 1 ? one.units : [])))],
    unknown: read.filter((one) => one.units.length === 0).map(({ typed }) => typed),
    ambiguous: read.filter((one) => one.units.length > 1),
  }
}

/** A whole code wins over a whole name, and that over a part of one. */
function unitsNamed<Unit extends NamedUnit>(typed: string, units: readonly Unit[]): Unit[] {
  const bare = (text: string) => fold(text).replaceAll(' ', '')
  const tries: ((unit: Unit) => boolean)[] = [
    ({ code }) => bare(code) === typed.replaceAll(' ', ''),
    ({ name, shortName }) => fold(name) === typed || fold(shortName) === typed,
    ({ name, shortName }) => [name, shortName].some((each) => ` ${fold(each)} `.includes(` ${typed} `)),
    ({ name, shortName }) => [name, shortName].some((each) => fold(each).includes(typed)),
  ]
  for (const fits of tries) {
    const fitting = units.filter(fits)
    if (fitting.length > 0) return fitting
  }
  return []
}
