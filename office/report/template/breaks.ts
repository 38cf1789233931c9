/** Gives each section break of a template a line of its own: LibreOffice, and whoever deletes an empty line, puts it on a slot's. */
import { XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { childOf, childrenOf, rootOf } from '../../../domain/imports/office-documents/xml-nodes.ts'

const TEXT = 'word/document.xml'

/** A slot is filled in the place of its whole paragraph, and the section would go with it. */
export function withBreaksApart(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx)
  const root = rootOf(strFromU8(files[TEXT] ?? new Uint8Array()))
  for (const paragraph of childrenOf(childOf(root, 'body'), 'p')) {
    const ending = childOf(paragraph, 'pPr', 'sectPr')
    if (!ending || !paragraph.textContent?.includes('{{')) continue
    const end = rootOf(`<w:p xmlns:w="${root.namespaceURI}"><w:pPr><w:pStyle w:val="End"/></w:pPr></w:p>`)
    childOf(end, 'pPr')?.appendChild(ending)
    paragraph.parentNode?.insertBefore(end, paragraph.nextSibling)
  }
  return zipSync({ ...files, [TEXT]: strToU8(new XMLSerializer().serializeToString(root)) })
}
