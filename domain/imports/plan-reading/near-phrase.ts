/** Finds a phrase in a text even where a scanner has damaged some letters of it. */
import { fold } from '../../vietnamese.ts'

/** One letter in so many may be wrong: a scanner that has lost the tone marks misreads about as many. */
const LETTERS_A_SLIP = 6

/** Case, tone marks and spaces do not count. */
export function hasPhrase(text: string, phrase: string): boolean {
  const wanted = bare(phrase)
  return slipsWithin(bare(text), wanted) <= Math.floor(wanted.length / LETTERS_A_SLIP)
}

export const hasSomePhrase = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => hasPhrase(text, phrase))

const bare = (text: string) => fold(text).replaceAll(' ', '')

/** The fewest letters put in, left out or changed that make `wanted` out of some stretch of the text. */
function slipsWithin(text: string, wanted: string): number {
  if (text.includes(wanted)) return 0
  let above: number[] = Array(text.length + 1).fill(0)
  for (let row = 1; row <= wanted.length; row++) {
    const here = [row]
    for (let column = 1; column <= text.length; column++) {
      const changed = above[column - 1]! + (wanted[row - 1] === text[column - 1] ? 0 : 1)
      here.push(Math.min(changed, above[column]! + 1, here[column - 1]! + 1))
    }
    above = here
  }
  return Math.min(...above)
}
