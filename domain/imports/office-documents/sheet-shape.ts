/** What an Excel sheet tells beside its cells: how far it reaches, what it hides, and which formulas failed. */
import type { Element } from '@xmldom/xmldom'
import { UnreadableDocument } from './unreadable-document.ts'
import { attributeOf, childOf, childrenOf, rootOf } from './xml-nodes.ts'

export type SheetShape = {
  /** As Excel numbers them. */
  hiddenRows: number[]
  /** Counted from 0. */
  hiddenColumns: number[]
  /** Cells that show an error: the row as Excel numbers it, the column from 0. */
  failed: { row: number; column: number }[]
}

/** A plan, or a list of 300 units, takes a tenth of these. */
const MOST_LETTERS = 2_000_000
const MOST_CELLS = 100_000

/** `xml` is the part of the sheet. Throws UnreadableDocument: one cell in the far corner makes a reader lay out millions. */
export function sheetShape(xml: string): SheetShape {
  if (xml.length > MOST_LETTERS) throw tooLarge()
  const sheet = rootOf(xml)
  const rows = childrenOf(childOf(sheet, 'sheetData'), 'row').filter((row) => cellsOf(row).length > 0)
  const columns = Math.max(0, ...rows.map((row) => columnOf(cellsOf(row).at(-1))))
  if (numberOf(rows.at(-1), 'r') * columns > MOST_CELLS) throw tooLarge()
  return {
    hiddenRows: rows.filter(isHidden).map((row) => numberOf(row, 'r')),
    hiddenColumns: childrenOf(childOf(sheet, 'cols'), 'col')
      .filter(isHidden)
      .flatMap((range) => between(numberOf(range, 'min'), Math.min(numberOf(range, 'max'), columns))),
    failed: rows.flatMap((row) =>
      cellsOf(row)
        .filter((cell) => attributeOf(cell, 't') === 'e')
        .map((cell) => ({ row: numberOf(row, 'r'), column: columnOf(cell) - 1 })),
    ),
  }
}

/** Those that hold something. */
const cellsOf = (row: Element) => childrenOf(row, 'c').filter((cell) => childrenOf(cell).length > 0)

const numberOf = (element: Element | undefined, name: string) => Number(attributeOf(element, name) ?? 0)

const isHidden = (element: Element) => ['1', 'true'].includes(attributeOf(element, 'hidden') ?? '')

/** Counted from 1: that of C7 is 3. */
const columnOf = (cell: Element | undefined) =>
  [...(attributeOf(cell, 'r') ?? '').replace(/\d/g, '')].reduce(
    (column, letter) => column * 26 + letter.charCodeAt(0) - 64,
    0,
  )

/** From 1 on as Excel counts columns, to 0 on as we do. */
const between = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first - 1 + index)

const tooLarge = () =>
  new UnreadableDocument(
    'A sheet reaches far beyond what an office writes.',
    'Copy the table alone into a new workbook, save it as .xlsx and import that.',
  )
