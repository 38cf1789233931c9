/** Gives each section break of a template a line of its own: LibreOffice, and whoever deletes an empty line, puts it on a slot's. */
import type { Element } from '@xmldom/xmldom'
import { childOf, childrenOf, rootOf } from '../../../domain/imports/office-documents/xml-nodes.ts'

/** A slot is filled in the place of its whole paragraph, and the section would go with it. */
export function setBreaksApart(root: Element): void {
  for (const paragraph of childrenOf(childOf(root, 'body'), 'p')) {
    const ending = childOf(paragraph, 'pPr', 'sectPr')
    if (!ending || !paragraph.textContent?.includes('{{')) continue
    const end = rootOf(`<w:p xmlns:w="${root.namespaceURI}"><w:pPr><w:pStyle w:val="End"/></w:pPr></w:p>`)
    childOf(end, 'pPr')?.appendChild(ending)
    paragraph.parentNode?.insertBefore(end, paragraph.nextSibling)
  }
}
