/** Are two proposals of the same person, collective or household? Names alone never prove it; they give a reason to look. */
import { slipsBetween } from '../replies/near-words.ts'

export type Named = {
  /** As domain/vietnamese.ts folds it. */
  foldedName: string
  unitId: number
}

/** `same`: that name in that unit. `near`: that name in another unit, or nearly that name in the same. */
export type Likeness = 'same' | 'near'

export function likeness(a: Named, b: Named): Likeness | null {
  const [one, other] = [bareName(a.foldedName), bareName(b.foldedName)]
  if (one === '' || other === '') return null
  if (a.unitId === b.unitId) return one === other ? 'same' : isNear(one, other) ? 'near' : null
  // Many people have nearly the same name; elsewhere only the very same is worth a look.
  return one === other ? 'near' : null
}

const ADDRESSES = /^(?:(?:ho gia dinh|gia dinh|dong chi|ho|ong|ba|co|thay|anh|chi|em|chau)\s+)+(?=\S+ \S)/

/** "co nguyen thi lan" and "ho ong nguyen van a" without what is said before a name. */
const bareName = (folded: string): string => folded.replace(ADDRESSES, '')

/** A name of so many letters may have two slips and still be the same. */
const LONG_NAME = 14

function isNear(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  return slipsBetween(a, b) <= (shorter < LONG_NAME ? 1 : 2) || isPartOf(a, b) || isPartOf(b, a)
}

/** "thi lan" and "nguyen lan" are parts of "nguyen thi lan"; a single word is part of too many. */
function isPartOf(part: string, whole: string): boolean {
  const words = part.split(' ')
  const all = whole.split(' ')
  return words.length > 1 && words.every((word) => all.includes(word))
}
