/** Codes for units and blocks of a list that gives none: made of their names, so that the next list makes the same. */
import { fold } from '../vietnamese.ts'

const LONGEST = 12

/** "Trường Mầm non Hoa Phượng" is TMNHP; a number in it is kept whole: "Tổ dân phố số 12" is TDPS12. */
export const initials = (name: string): string =>
  fold(name)
    .split(' ')
    .map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 1)))
    .join('')
    .slice(0, LONGEST)
    .toUpperCase()

/** Each name's code; the second of two names with one code gets a 2 behind it. */
export function codesFor(names: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return names.map((name) => {
    const code = initials(name)
    if (code === '') return ''
    const n = (taken.get(code) ?? 0) + 1
    taken.set(code, n)
    return n === 1 ? code : `${code}-${n}`
  })
}
