/** Where two versions of a sentence differ, short enough for a phone. */
import { shortened } from './import-file.ts'

/** Words that are left on each side, so that one sees where it is. */
const AROUND = 2

/** What stands in each at the place where they differ, with a word or two around it. */
export function changedWords(from: string, to: string): { from: string; to: string } {
  const [before, after] = [from.split(' '), to.split(' ')]
  const most = Math.min(before.length, after.length)
  const start = sameWords(before, after, most)
  const end = sameWords(before.toReversed(), after.toReversed(), most - start)
  const cut = (words: string[]) => {
    const first = Math.max(0, start - AROUND)
    const last = Math.min(words.length, words.length - end + AROUND)
    const dots = [first > 0 ? '…' : '', last < words.length ? '…' : '']
    return `${dots[0]}${shortened(words.slice(first, last).join(' '))}${dots[1]}`
  }
  return { from: cut(before), to: cut(after) }
}

function sameWords(one: readonly string[], other: readonly string[], most: number): number {
  const at = one.slice(0, most).findIndex((word, index) => word !== other[index])
  return at < 0 ? most : at
}
