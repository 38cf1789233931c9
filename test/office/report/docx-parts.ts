/** A Word file taken apart: its XML, and its text paragraph by paragraph. */
import { strFromU8, unzipSync } from 'fflate'

export function docxParts(docx: Uint8Array) {
  const files = unzipSync(docx)
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  const document = xml('word/document.xml')
  const lines = document
    .split('</w:p>')
    .map((p) => [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
  return {
    files,
    document,
    lines,
    styles: xml('word/styles.xml'),
    relationships: xml('word/_rels/document.xml.rels'),
    headers: Object.keys(files)
      .filter((f) => /header\d/.test(f))
      .map(xml),
  }
}
