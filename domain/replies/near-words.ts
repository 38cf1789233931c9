/** Finds what somebody probably meant to type. */
import { fold } from '../vietnamese.ts'

const MOST_SHOWN = 3

/** The known words that begin, or have a part that begins, as typed, and those with a slip or two; nearest first. */
export function nearWords(typed: string, known: readonly string[]): string[] {
  const wanted = fold(typed)
  // A short word with two slips is another word.
  const mostSlips = wanted.length > 4 ? 2 : 1
  return known
    .map((word) => ({ word, slips: slipsIn(fold(word), wanted) }))
    .filter(({ slips }) => slips <= mostSlips)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, MOST_SHOWN)
    .map(({ word }) => word)
}

const slipsIn = (word: string, wanted: string): number =>
  ` ${word}`.includes(` ${wanted}`) ? 0 : slipsBetween(wanted, word)

/** Levenshtein's distance: letters put in, left out or changed. */
export function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    for (let column = 1; column <= b.length; column++) {
      const changed = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      here.push(Math.min(changed, above[column]! + 1, here[column - 1]! + 1))
    }
    above = here
  }
  return above[b.length]!
}
