/** The page numbers of a template: LibreOffice drops them from every section that is one page long as long as it is unfilled. */
import type { Element } from '@xmldom/xmldom'
import {
  attributeOf,
  childOf,
  childrenOf,
  rootOf,
} from '../../../domain/imports/office-documents/xml-nodes.ts'

/** Reads the text of a part such as `word/header1.xml`. */
type Read = (part: string) => string

/** A header or a footer that shows the number of its page, in either of the two ways in which Word writes a field. */
export const showsPageNumber = (xml: string): boolean => /(instrText[^>]*>|instr=")\s*PAGE\b/.test(xml)

/**
 * Gives a section whose pages have no number the numbered header of another one. What LibreOffice has kept as the header
 * of all its pages is that of its first: it is put back there. A header that the office has written is left as it is.
 */
export function putNumbersBack(root: Element, read: Read): void {
  const targets = new Map(
    childrenOf(rootOf(read('word/_rels/document.xml.rels'))).map((one) => [
      attributeOf(one, 'Id'),
      read(`word/${attributeOf(one, 'Target')}`),
    ]),
  )
  const textOf = (reference: Element | undefined) => targets.get(attributeOf(reference, 'id') ?? '') ?? ''
  const sections = sectionsOf(root)
  const numbered = sections
    .flatMap((section) => references(section))
    .find((one) => one.localName === 'headerReference' && showsPageNumber(textOf(one)))
  if (!numbered) return
  for (const [at, section] of sections.entries()) {
    const shown = references(section).filter((one) => attributeOf(one, 'type') === 'default')
    // A section that names none has those of the one before it.
    const hasThoseBefore = shown.length === 0 && at > 0
    if (hasThoseBefore || shown.some((one) => !isEmpty(textOf(one)))) continue
    putNumber(section, numbered)
  }
}

function putNumber(section: Element, numbered: Element): void {
  const ofKind = (kind: string) =>
    references(section).find(
      (one) => one.localName === 'headerReference' && attributeOf(one, 'type') === kind,
    )
  const all = ofKind('default')
  if (all && ofKind('first')) section.removeChild(all)
  else all?.setAttributeNS(all.namespaceURI, 'w:type', 'first')
  const added = numbered.cloneNode(true) as Element
  added.setAttributeNS(added.namespaceURI, 'w:type', 'default')
  section.insertBefore(added, section.firstChild)
  if (childOf(section, 'titlePg')) return
  const after = childrenOf(section).find(({ localName }) => AFTER_TITLE_PAGE.includes(localName ?? ''))
  const titlePage = section.ownerDocument?.createElementNS(section.namespaceURI, 'w:titlePg')
  if (titlePage) section.insertBefore(titlePage, after ?? null)
}

/** What a section says last, in this order: ECMA-376, part 1, 17.6.17. */
const AFTER_TITLE_PAGE = ['textDirection', 'bidi', 'rtlGutter', 'docGrid', 'printerSettings']

const references = (section: Element): Element[] =>
  childrenOf(section).filter(({ localName }) => /^(header|footer)Reference$/.test(localName ?? ''))

const isEmpty = (xml: string): boolean =>
  xml.replace(/<[^>]*>/g, '').trim() === '' && !/<(w:drawing|w:pict|w:fldSimple)\b/.test(xml)

/** Those of the text's paragraphs, and the last. */
function sectionsOf(root: Element): Element[] {
  const body = childOf(root, 'body')
  const ends = [...childrenOf(body, 'p').map((one) => childOf(one, 'pPr', 'sectPr')), childOf(body, 'sectPr')]
  return ends.filter((end) => end !== undefined)
}
