/** Reads a Word file: its paragraphs with their automatic numbers, and its tables row by row. */
import type { Element } from '@xmldom/xmldom'
import { tidy } from '../../vietnamese.ts'
import { UnreadableDocument } from '../office-documents/unreadable-document.ts'
import { attributeOf, childOf, childrenOf, rootOf } from '../office-documents/xml-nodes.ts'
import { zipParts } from '../office-documents/zip-parts.ts'
import { markerOf } from './clause-marker.ts'
import type { DocumentLine } from './document-lines.ts'
import { type NextNumber, numbersOf } from './docx-numbering.ts'

const BODY = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'

/** Throws UnreadableDocument. */
export function docxLines(bytes: Uint8Array): DocumentLine[] {
  const parts = zipParts(bytes, (name) => [BODY, NUMBERING, STYLES].includes(name))
  const body = parts.get(BODY)
  if (body === undefined)
    throw new UnreadableDocument(
      'This is not a Word document.',
      'Open the plan in Word, save it as a Word document (.docx) and import that.',
    )
  const paragraph = paragraphReader(numbersOf(parts.get(NUMBERING)), listsOfStyles(parts.get(STYLES)))
  return childrenOf(childOf(rootOf(body), 'body'))
    .flatMap((block) => linesOf(block, paragraph))
    .map((content, index) => ({ line: index + 1, ...content }))
}

type Content = { text: string } | { cells: string[] }
/** More than one text where a clause stands after a line break within the paragraph. */
type ReadParagraph = (paragraph: Element) => string[]

function linesOf(block: Element, paragraph: ReadParagraph): Content[] {
  if (block.localName === 'p') return paragraph(block).map((text) => ({ text }))
  if (block.localName === 'tbl') return rowsOf(block, paragraph).map((cells) => ({ cells }))
  // Word wraps what it generated or bound to data.
  if (block.localName === 'sdt')
    return childrenOf(childOf(block, 'sdtContent')).flatMap((inner) => linesOf(inner, paragraph))
  return []
}

/** The list and level that styles give to the paragraphs that have them. */
function listsOfStyles(styles: string | undefined): Map<string, Element> {
  const all = styles === undefined ? [] : childrenOf(rootOf(styles), 'style')
  return new Map(
    all.flatMap((style) => {
      const numbering = childOf(style, 'pPr', 'numPr')
      return numbering ? [[attributeOf(style, 'styleId') ?? '', numbering]] : []
    }),
  )
}

function paragraphReader(next: NextNumber, listsOf: Map<string, Element>): ReadParagraph {
  return (paragraph) => {
    const properties = childOf(paragraph, 'pPr')
    const style = attributeOf(childOf(properties, 'pStyle'), 'val') ?? ''
    const numbering = childOf(properties, 'numPr') ?? listsOf.get(style)
    const list = attributeOf(childOf(numbering, 'numId'), 'val')
    const level = Number(attributeOf(childOf(numbering, 'ilvl'), 'val') ?? 0)
    const [text = '', ...more] = clausesIn(textOf(paragraph))
    // An empty paragraph of a list shows no number and counts for none.
    return [list === undefined || text === '' ? text : tidy(`${next(list, level)} ${text}`), ...more]
  }
}

/** Line by line, those put together that begin no clause of their own. */
function clausesIn(text: string): string[] {
  const clauses: string[] = []
  for (const line of text.split('\n').map(tidy)) {
    if (clauses.length === 0 || markerOf(line)) clauses.push(line)
    else clauses.push(tidy(`${clauses.pop()} ${line}`))
  }
  return clauses
}

/** Deleted text of tracked changes stands in elements of another name, so it is left out. */
function textOf(node: Element): string {
  return childrenOf(node)
    .map((child) => {
      if (child.localName === 't') return child.textContent ?? ''
      if (child.localName === 'tab') return ' '
      if (child.localName === 'br') return '\n'
      if (child.localName === 'noBreakHyphen') return '-'
      // A text box is written twice, for old and new programs; neither belongs to the sentence.
      return ['pPr', 'rPr', 'AlternateContent', 'pict', 'drawing', 'del', 'moveFrom'].includes(
        child.localName ?? '',
      )
        ? ''
        : textOf(child)
    })
    .join('')
}

/** A cell over several columns or rows stands in each of them. */
function rowsOf(table: Element, paragraph: ReadParagraph): string[][] {
  const rows: string[][] = []
  for (const row of childrenOf(table, 'tr')) {
    const cells: string[] = []
    for (const cell of childrenOf(row, 'tc')) {
      const properties = childOf(cell, 'tcPr')
      const merge = childOf(properties, 'vMerge')
      const goesOn = merge !== undefined && attributeOf(merge, 'val') !== 'restart'
      const text = goesOn ? (rows.at(-1)?.[cells.length] ?? '') : cellText(cell, paragraph)
      const span = Math.min(Number(attributeOf(childOf(properties, 'gridSpan'), 'val') ?? 1), 50)
      cells.push(...Array<string>(span).fill(text))
    }
    rows.push(cells)
  }
  return rows
}

const cellText = (cell: Element, paragraph: ReadParagraph): string =>
  childrenOf(cell, 'p').flatMap(paragraph).filter(Boolean).join('\n')
