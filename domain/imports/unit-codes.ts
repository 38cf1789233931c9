/** Codes for units and blocks of a list that gives none: those they are known by, else made of their names. */
import { fold } from '../vietnamese.ts'

const LONGEST = 12

export type Coded = { code: string; name: string }

/** "Trường Mầm non Hoa Phượng" is TMNHP; a number in it is kept whole: "Tổ dân phố số 12" is TDPS12. */
const initials = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 1)))
    .join('')
    .slice(0, LONGEST)
    .toUpperCase()

/**
 * The code of what is known by this very name; a made one for what is new. Empty where that would be another's, or where
 * several are known by the name: a code that depends on the order of rows would give one the head of the other.
 */
export function codeFor(name: string, known: readonly Coded[]): string {
  const same = new Set(known.flatMap((one) => (fold(one.name) === fold(name) ? one.code : [])))
  const [only = ''] = same
  if (same.size > 0) return same.size === 1 ? only : ''
  const made = initials(name)
  return known.some(({ code }) => code === made) ? '' : made
}

/** For all names of a list: two that would share a code get none, and the list has to say. */
export function codesFor(names: readonly string[], known: readonly Coded[]): string[] {
  const codes = names.map((name) => codeFor(name, known))
  return codes.map((code) => (codes.filter((other) => other === code).length === 1 ? code : ''))
}
