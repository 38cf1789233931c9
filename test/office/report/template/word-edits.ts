/** What Word does to a template that somebody edits in it, done to its XML. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { translator } from '../../../../locales/i18n.ts'
import { defaultTemplate } from '../../../../office/report/template/default-template.ts'
import { PIXEL } from '../sample-facts.ts'

export type Parts = Record<string, string>

/** The default template, its parts of XML as `edit` leaves them; the zip in another order, as another program saves it. */
export async function editedTemplate(edit: (parts: Parts) => void): Promise<Uint8Array> {
  const files = unzipSync(await defaultTemplate(translator('vi')))
  const isXml = (path: string) => /\.(xml|rels)$/.test(path)
  const parts = Object.fromEntries(
    Object.entries(files).flatMap(([path, bytes]) => (isXml(path) ? [[path, strFromU8(bytes)]] : [])),
  )
  edit(parts)
  const edited = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const)
  return zipSync({ ...Object.fromEntries(edited.toReversed()), 'word/media/image1.png': PIXEL })
}

/** The text as it must stand there once; a test that changes nothing tells nothing. */
export function change(parts: Parts, path: string, from: string | RegExp, to: string): void {
  const before = parts[path] ?? ''
  const after = before.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gs'), () => to)
  if (after === before) throw new Error(`${path} has no ${from}`)
  parts[path] = after
}

const DOCUMENT = 'word/document.xml'

export const changeText = (parts: Parts, from: string | RegExp, to: string): void =>
  change(parts, DOCUMENT, from, to)

/** The whole paragraph of a slot. */
export const paragraphOf = (slot: string): RegExp =>
  new RegExp(`<w:p>(?:(?!<w:p>).)*?\\{\\{${slot}\\}\\}.*?</w:p>`)

/** Each slot over three runs with marks of spelling, a bookmark and a smart tag between; ids of who typed when. */
export function splitSlots(parts: Parts): void {
  const run = (text: string) =>
    `<w:r w:rsidRPr="00C1"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>${text}</w:t></w:r>`
  const wrong = (type: string) => `<w:proofErr w:type="${type}"/>`
  parts[DOCUMENT] = (parts[DOCUMENT] ?? '')
    .replace(/<w:r>(?:(?!<w:r>).)*?\{\{(\w+)\}\}<\/w:t><\/w:r>/gs, (_, slot) => {
      const id = `w:id="${slot.length + 900}"`
      return `${run('{')}${wrong('spellStart')}<w:bookmarkStart ${id} w:name="b_${slot}"/>${run(`{${slot}`)}<w:bookmarkEnd ${id}/>${wrong('spellEnd')}<w:smartTag w:uri="urn:x" w:element="place">${run('}}')}</w:smartTag>`
    })
    .replaceAll('<w:p>', '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3">')
}

/** A picture before the issuer, with its relationship. */
export function addLogo(parts: Parts): void {
  const shown =
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="77" name="logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="77" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdLogo"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  parts[DOCUMENT] = (parts[DOCUMENT] ?? '').replace('<w:tc>', () => `<w:tc>${shown}`)
  change(
    parts,
    'word/_rels/document.xml.rels',
    '</Relationships>',
    '<Relationship Id="rIdLogo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
  )
  change(
    parts,
    '[Content_Types].xml',
    /(?=<Override)(?<!Override.*)/,
    '<Default Extension="png" ContentType="image/png"/>',
  )
}
