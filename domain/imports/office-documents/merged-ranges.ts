/** Which cells of an Excel sheet are merged: only the first of them holds the text. */
import { attributeOf, childOf, childrenOf, rootOf } from './xml-nodes.ts'

/** Rows and columns counted from 0, the last ones included. */
type Range = { top: number; left: number; bottom: number; right: number }

/** More than a plan has rows. */
const MOST_MERGES = 2_000

/** `sheet` is the part of the sheet, such as xl/worksheets/sheet1.xml. */
export function mergedRanges(sheet: string | undefined): Range[] {
  if (sheet === undefined) return []
  const merges = childrenOf(childOf(rootOf(sheet), 'mergeCells')).slice(0, MOST_MERGES)
  return merges.flatMap((merge) => {
    const found = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(attributeOf(merge, 'ref') ?? '')
    if (!found) return []
    const [, left = '', top, right = '', bottom] = found
    return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }
  })
}

/** A is 0, Z is 25, AA is 26. */
const columnOf = (letters: string) =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
