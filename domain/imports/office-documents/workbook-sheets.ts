/** Opens an Excel workbook: its sheets by name, with merged cells filled in and what they hide. */
import readSheets from 'read-excel-file/universal'
import { tidy } from '../../vietnamese.ts'
import type { CsvRecord } from '../csv-lines.ts'
import { mergedRanges } from './merged-ranges.ts'
import { type SheetShape, sheetShape } from './sheet-shape.ts'
import { UnreadableDocument } from './unreadable-document.ts'
import { attributeOf, childOf, childrenOf, rootOf } from './xml-nodes.ts'
import { zipParts } from './zip-parts.ts'

export type Sheet = SheetShape & {
  name: string
  /** Down to the last that holds something. */
  rows: CsvRecord[]
}

/** The sheets in the order of their tabs. Throws UnreadableDocument. */
export async function workbookSheets(bytes: Uint8Array): Promise<Sheet[]> {
  // Unpacked and measured first, for the library that reads the cells sets no limit.
  const parts = zipParts(bytes, (name) => /\.(xml|rels)$/.test(name))
  if (!parts.has('xl/workbook.xml')) throw notExcel()
  const sheets = sheetPaths(parts).map((path) => parts.get(path) ?? '')
  const shapes = sheets.map(sheetShape)

  const read = await readSheets(Uint8Array.from(bytes).buffer).catch(() => {
    throw notExcel()
  })
  return read.map(({ sheet: name, data }, index) => {
    const rows = data.map((row) => row.map(cellText))
    fillMerged(rows, sheets[index])
    return { ...shapes[index]!, name, rows: rows.map((values, row) => ({ line: row + 1, values })) }
  })
}

/** Where each sheet lies in the zip: its number there need not be its place among the tabs. */
function sheetPaths(parts: Map<string, string>): string[] {
  const root = (path: string) => rootOf(parts.get(path) ?? '')
  const links = childrenOf(root('xl/_rels/workbook.xml.rels'))
  return childrenOf(childOf(root('xl/workbook.xml'), 'sheets'), 'sheet').map((sheet) => {
    const link = links.find((each) => attributeOf(each, 'Id') === attributeOf(sheet, 'id'))
    return (attributeOf(link, 'Target') ?? '').replace(/^(?!\/)/, '/xl/').slice(1)
  })
}

function fillMerged(rows: string[][], sheet: string | undefined): void {
  for (const { top, left, bottom, right } of mergedRanges(sheet))
    for (const row of rows.slice(top, bottom + 1)) row.fill(rows[top]?.[left] ?? '', left, right + 1)
}

function cellText(value: unknown): string {
  if (!(value instanceof Date)) return tidy(String(value ?? ''))
  const day = Temporal.PlainDate.from(value.toISOString().slice(0, 10))
  return `${day.day}/${day.month}/${day.year}`
}

const notExcel = () =>
  new UnreadableDocument(
    'This is not an Excel workbook.',
    'Open it in Excel, save it as a workbook (.xlsx) and import that.',
  )
