/** Whom a list of units means by the names of its heads: somebody known, or somebody new. */

import { fold } from '../../vietnamese.ts'
import type { UnitRow } from './row.ts'

export type KnownPerson = {
  id: number
  fullName: string
  phone: string | null
  /** The posts held today; people of the office hold theirs for no unit. */
  posts: readonly { unitCode: string | null; isHead: boolean }[]
}

export type Head = {
  row: UnitRow
  /** A person's id; or, of somebody new, a key that their other units have too. */
  who: { id: number } | { newcomer: string }
}

/**
 * The head of every unit that has one. The same folded name is the same person where the phone is the same too, or
 * where that person holds a post in the unit already: then the list corrects the spelling or the phone. One person
 * cannot have two phones: of two rows that differ in it, the one that disagrees with what is known means another.
 */
export function headsMeant(rows: readonly UnitRow[], people: readonly KnownPerson[]): Head[] {
  const byName = Map.groupBy(people, (person) => fold(person.fullName))
  const filled = rows.filter((row) => row.headName !== '')
  const namesakes = new Map(
    filled.map((row) => [row, byPost(byName.get(fold(row.headName)) ?? [], row.code)]),
  )

  /** The phone that the list gives to each person it means. */
  const phones = new Map<number, string | null>()
  const met = new Map<UnitRow, number>()
  const meet = (row: UnitRow, person: KnownPerson | undefined) => {
    if (!person || (phones.has(person.id) && phones.get(person.id) !== row.phone)) return
    phones.set(person.id, row.phone)
    met.set(row, person.id)
  }

  for (const [row, persons] of namesakes) meet(row, persons.find(hasPhone(row)))
  for (const [row, persons] of namesakes) if (!met.has(row)) meet(row, persons.find(holdsPost(row)))

  return filled.map((row) => {
    const id = met.get(row)
    return { row, who: id === undefined ? { newcomer: newcomer(row) } : { id } }
  })
}

const hasPhone = (row: UnitRow) => (person: KnownPerson) => row.phone !== null && person.phone === row.phone

const holdsPost = (row: UnitRow) => (person: KnownPerson) =>
  person.posts.some(({ unitCode }) => unitCode === row.code)

/** What can be kept of the heads in a list: a vacant post has no title and no phone, and a person one spelling. */
export function settleHeads(rows: readonly UnitRow[]): UnitRow[] {
  const spellings = new Map<string, string>()
  return rows.map((row) => {
    if (row.headName === '') return { ...row, headTitle: '', phone: null }
    const key = newcomer(row)
    const spelling = spellings.get(key) ?? row.headName
    spellings.set(key, spelling)
    return { ...row, headName: spelling }
  })
}

/** Two rows without a phone are two persons: common names are shared by many. */
const newcomer = ({ headName, phone, code }: UnitRow) => `${fold(headName)} ${phone ?? code}`

/** The unit's own people first, its head before the others. */
const byPost = (persons: KnownPerson[], code: string) => {
  const rank = ({ posts }: KnownPerson) => {
    const post = posts.find(({ unitCode }) => unitCode === code)
    return post ? (post.isHead ? 0 : 1) : 2
  }
  return persons.toSorted((a, b) => rank(a) - rank(b))
}
