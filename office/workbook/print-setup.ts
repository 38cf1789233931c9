/** What the library leaves out: filters over every header, and sheets that print as wide as the paper, header on each page. */
import type { Feature, Image } from 'write-excel-file/node'
import type { SheetPlan } from './sheet.ts'
import { withPicturesTurned } from './turned-pictures.ts'

/** By the structure of SpreadsheetML (ECMA-376, part 1, 18.3 and 18.2.5): the order of the elements counts. */
export function printSetup(sheets: readonly SheetPlan[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]
            if (!sheet) return content
            return [
              ['<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'],
              ['</sheetData>', `</sheetData><autoFilter ref="${rangeOf(sheet)}"/>`],
              [/<pageSetup [^>]*\/>/, PAGE],
            ].reduce((xml, [found = '', by = '']) => replaced(xml, found, String(by)), content)
          },
        },
        'xl/drawings/drawing{id}.xml': {
          transform: (content, _options, { sheetIndex }) =>
            withPicturesTurned(content, sheets[sheetIndex]?.pictures ?? []),
        },
        'xl/workbook.xml': {
          transform: (content) =>
            replaced(
              content,
              '<definedNames/>',
              `<definedNames>${sheets.map(namesOf).join('')}</definedNames>`,
            ),
        },
      },
    },
  }
}

const PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

/** Another version of the library may write otherwise: that shall be seen by us, and not by whoever prints. */
function replaced(xml: string, found: string | RegExp, by: string): string {
  const after = xml.replace(found, () => by)
  if (after === xml) throw new Error(`the library wrote no ${found}`)
  return after
}

const rangeOf = ({ columns, rows }: SheetPlan): string => `A1:${letters(columns.length)}${rows.length + 1}`

function namesOf(sheet: SheetPlan, index: number): string {
  const name = `'${sheet.name.replaceAll("'", "''").replaceAll('&', '&amp;')}'`
  const filtered = rangeOf(sheet).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)
  return (
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!${filtered}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`
  )
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}
