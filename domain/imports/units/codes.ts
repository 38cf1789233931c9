/** Codes for units and blocks of a list that gives none: those they are known by, else made of their names. */
import { fold } from '../../vietnamese.ts'

export type Coded = { code: string; name: string }

/** A code's first choice, as long as people like to type; told apart from another it may be longer. */
const LONG = 12
const LONGEST = 20

/**
 * "Trường Mầm non Hoa Phượng" is TMNHP, and of two letters a word TRMANOHOPH; a number in it is kept whole: "Tổ dân phố
 * số 12" is TDPS12.
 */
const shortened = (name: string, letters = 1): string =>
  fold(name)
    .split(' ')
    .map((word) => (/^\d+$/.test(word) ? word : word.slice(0, letters)))
    .join('')
    .slice(0, letters === 1 ? LONG : LONGEST)
    .toUpperCase()

/** All the codes that a name may get, the shortest first. */
const choices = (name: string): string[] => [1, 2, 3, 4, 5, 6].map((letters) => shortened(name, letters))

/** Those that are known by this very name. */
const codesOf = (name: string, known: readonly Coded[]): string[] => [
  ...new Set(known.flatMap((one) => (fold(one.name) === fold(name) ? one.code : []))),
]

/**
 * For all units of a list: the code of what is known by this very name; a made one for what is new. Two that would share
 * a code get none, nor does one known by several: the list has to say, for a code that depends on the order of rows
 * would give one the head of the other.
 */
export function unitCodes(names: readonly string[], known: readonly Coded[]): string[] {
  const codes = names.map((name) => {
    const [code = '', ...more] = codesOf(name, known)
    if (code) return more.length > 0 ? '' : code
    const made = shortened(name)
    return known.some((one) => one.code === made) ? '' : made
  })
  return codes.map((code) => (codes.filter((other) => other === code).length === 1 ? code : ''))
}

/**
 * For the blocks of a list, by folded name. A new one takes the shortest code that no other new one could take and that
 * is not known: so the order of the rows decides nothing. Empty where it is known by several codes, or none is left.
 */
export function blockCodes(names: readonly string[], known: readonly Coded[]): Map<string, string> {
  const folded = [...new Set(names.map(fold))].filter((name) => name !== '')
  const news = folded.filter((name) => codesOf(name, known).length === 0)
  const codeOf = (name: string) => {
    const [code = '', ...more] = codesOf(name, known)
    if (code) return more.length > 0 ? '' : code
    const others = news.filter((other) => other !== name).flatMap(choices)
    const taken = new Set([...others, ...known.map((one) => one.code)])
    return choices(name).find((choice) => !taken.has(choice)) ?? ''
  }
  return new Map(folded.map((name) => [name, codeOf(name)]))
}
