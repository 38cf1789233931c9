/** Makes workbooks as Excel writes them and libraries do not: sheets in another order, hidden rows, formulas. */
import { strToU8, zipSync } from 'fflate'

/** `part` is the number of its file in the zip; `xml` is what stands in its <worksheet>. */
export type RawSheet = { name: string; part: number; xml: string }

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function rawWorkbook(sheets: readonly RawSheet[]): Uint8Array {
  const tabs = sheets.map(({ name, part }) => `<sheet name="${name}" sheetId="${part}" r:id="rId${part}"/>`)
  const links = sheets.map(
    ({ part }) =>
      `<Relationship Id="rId${part}" Type="${RELATION}/worksheet" Target="worksheets/sheet${part}.xml"/>`,
  )
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${RELATION}"><sheets>${tabs.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${links.join('')}</Relationships>`),
    ...Object.fromEntries(
      sheets.map(({ part, xml }) => [
        `xl/worksheets/sheet${part}.xml`,
        strToU8(`<worksheet>${xml}</worksheet>`),
      ]),
    ),
  })
}

/** A cell's text, or the XML of a number or a formula. */
type RawCell = string | { xml: string }

/** Rows from 1 on; `hidden` are their numbers. */
export function rawRows(rows: readonly (readonly RawCell[])[], hidden: readonly number[] = []): string {
  const lines = rows.map((cells, index) => {
    const row = index + 1
    const each = cells.map((cell, column) => rawCell(`${String.fromCharCode(65 + column)}${row}`, cell))
    return `<row r="${row}"${hidden.includes(row) ? ' hidden="1"' : ''}>${each.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}</sheetData>`
}

function rawCell(at: string, cell: RawCell): string {
  if (typeof cell !== 'string') return `<c r="${at}">${cell.xml}</c>`
  return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`
}
