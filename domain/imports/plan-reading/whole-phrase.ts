/** Finds a phrase in a text that was typed: whole words, with their tone marks where the text has any. */
import { fold } from '../../vietnamese.ts'

/** Tells of one text what it says. `unless`: phrases within which it means something else: "trường hợp". */
export function wholePhrasesIn(text: string): (phrase: string, unless: readonly string[]) => boolean {
  const key = isMarked(text) ? markedKey : fold
  const words = (of: string) => ` ${(of.match(/[\p{L}\p{M}\d]+/gu) ?? []).map(key).join(' ')} `
  const said = words(text)
  return (phrase, unless) =>
    said.includes(words(phrase)) &&
    unless.reduce((rest, other) => rest.replaceAll(words(other), ' | '), said).includes(words(phrase))
}

const isMarked = (text: string) => /\p{M}|đ/iu.test(text.normalize('NFD'))

/** The letters of a word, then its marks: "uỷ" and "ủy" are one word, "trưởng" and "trường" are two. */
function markedKey(word: string): string {
  const letters = [...word.normalize('NFD').toLowerCase()]
  const marks = letters.filter((letter) => /\p{M}/u.test(letter))
  return [...letters.filter((letter) => !marks.includes(letter)), ...marks.toSorted()].join('')
}
