/** The name of a head as an office writes it: with or without a form of address, or that the post is vacant. */
import { fold, tidy } from '../../vietnamese.ts'

/** A surname has more than a name behind it too: Ông Ích Khiêm. */
const ADDRESS = /^(?:(?:đồng chí|đ\/c|bà|cô|ông\/bà)[.:]?\s+(?=\S+\s+\S)|ông[.:]?\s+(?=\S+\s+\S+\s+\S))/iu

const VACANT =
  /^((dang |con )?(khuyet|trong|thieu)|chua (co|bo nhiem|kien toan))( (nguoi|thu truong|chuc danh|vi tri)( nay)?)?$/

/** Empty while the post is vacant. */
export function personName(text: string): string {
  const name = tidy(text).replace(ADDRESS, '')
  const folded = fold(name)
  return folded === '' || VACANT.test(folded) ? '' : name
}
