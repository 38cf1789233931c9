/** Finds a phrase in a text even where a scanner has damaged some letters of it. */
import { fold } from '../../vietnamese.ts'

/** One letter in so many may be wrong: a scanner that has lost the tone marks misreads about as many. */
const LETTERS_A_SLIP = 6

/** Longer than any clause: in what is longer, only the phrase as it should be is looked for. */
const LONGEST = 3_000

/** Case, tone marks and spaces do not count. */
export const hasPhrase = (text: string, phrase: string): boolean => hasSomePhrase(text, [phrase])

export function hasSomePhrase(text: string, phrases: readonly string[]): boolean {
  const said = bare(text)
  return phrases.some((phrase) => isNear(said, bare(phrase)))
}

/** Tells of one text what it says. `unless`: phrases within which it means something else: "trường hợp". */
export function nearPhrasesIn(text: string): (phrase: string, unless: readonly string[]) => boolean {
  const said = bare(text)
  const words = ` ${fold(text)}`
  return (phrase, unless) =>
    isNear(said, bare(phrase)) &&
    isNear(bare(unless.reduce((rest, other) => rest.replaceAll(` ${fold(other)}`, ' '), words)), bare(phrase))
}

const bare = (text: string) => fold(text).replaceAll(' ', '')

function isNear(said: string, wanted: string): boolean {
  if (said.includes(wanted)) return true
  const most = Math.floor(wanted.length / LETTERS_A_SLIP)
  return said.length <= LONGEST && hasPart(said, wanted, most + 1) && slipsWithin(said, wanted) <= most
}

/** With fewer slips than parts, one of the parts is whole: most texts have none, and need not be compared. */
function hasPart(text: string, wanted: string, parts: number): boolean {
  const length = Math.ceil(wanted.length / parts)
  return Array.from({ length: parts }, (_, part) => wanted.slice(part * length, (part + 1) * length)).some(
    (part) => text.includes(part),
  )
}

/** The fewest letters put in, left out or changed that make `wanted` out of some stretch of the text. */
function slipsWithin(text: string, wanted: string): number {
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
