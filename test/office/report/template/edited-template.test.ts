/** The template as the office's Word gives it back: filled all the same, and with what the office changed in it. */
import { strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { reportDocx } from '../../../../office/report/report-docx.ts'
import { templateProblems } from '../../../../office/report/template/check.ts'
import { docxParts } from '../docx-parts.ts'
import { PIXEL, sampleFacts, samplePaper } from '../sample-facts.ts'
import { addLogo, change, changeText, editedTemplate, paragraphOf, splitSlots } from './word-edits.ts'

const filled = async (template: Uint8Array) =>
  docxParts(await reportDocx(sampleFacts(), samplePaper, { template }))

const itsOwn = async () => docxParts(await reportDocx(sampleFacts(), samplePaper))

const OWN_WORDS = 'Báo cáo này đã được tập thể Phòng thông qua.'
const ownWords = `<w:p><w:r><w:t>${OWN_WORDS}</w:t></w:r></w:p>`

test('slots that Word split over runs, spelling marks, bookmarks and smart tags are filled', async () => {
  const template = await editedTemplate(splitSlots)
  expect(templateProblems(template)).toEqual([])
  const { lines, document } = await filled(template)
  expect(lines).toEqual((await itsOwn()).lines)
  expect(document).not.toContain('{{')
})

test('wording, a letter size, a paragraph of its own, a header line and a logo of the office live on', async () => {
  const template = await editedTemplate((parts) => {
    changeText(parts, /(?<=\{\{next\}\}.*?<\/w:p>)(?=<w:p>.*?\{\{proposals\}\})/, ownWords)
    changeText(parts, 'Nơi nhận:', 'Nơi nhận (bản giấy):')
    change(
      parts,
      'word/styles.xml',
      /(?<=w:styleId="Said".*?<w:sz w:val=")28(?=".*?w:styleId="RecipientsHead")/,
      '26',
    )
    change(
      parts,
      'word/header1.xml',
      '</w:hdr>',
      '<w:p><w:r><w:t>Phòng Văn hóa - Xã hội</w:t></w:r></w:p></w:hdr>',
    )
    addLogo(parts)
    splitSlots(parts)
  })
  expect(templateProblems(template)).toEqual([])
  const { lines, styles, headers, document, relationships, files } = await filled(template)
  expect(lines.indexOf(OWN_WORDS)).toBeGreaterThan(lines.findIndex((line) => line.startsWith('IV. ')))
  expect(lines.indexOf(OWN_WORDS)).toBeLessThan(lines.findIndex((line) => line.startsWith('V. ')))
  expect(lines).toContain('Nơi nhận (bản giấy):')
  expect(/w:styleId="Said".*?<w:sz w:val="(\d+)"/.exec(styles)?.[1]).toBe('26')
  expect(headers.some((xml) => xml.includes('Phòng Văn hóa - Xã hội'))).toBe(true)
  expect(document).toContain('r:embed="rIdLogo"')
  const [, logo = ''] = /Id="rIdLogo"[^>]*Target="([^"]+)"/.exec(relationships) ?? []
  expect(files[`word/${logo}`]).toEqual(new Uint8Array(PIXEL))
})

test('a slot that the office moved into a cell of a table is filled there', async () => {
  const template = await editedTemplate((parts) => {
    const cell =
      '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>{{silent}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    changeText(parts, paragraphOf('silent'), cell)
  })
  expect(templateProblems(template)).toEqual([])
  const { lines, document } = await filled(template)
  expect(lines.filter(Boolean).toSorted()).toEqual((await itsOwn()).lines.filter(Boolean).toSorted())
  // Word wants a paragraph at the end of every cell, also after a table in it.
  expect(document).not.toMatch(/<\/w:tbl><\/w:tc>/)
})

test('a section that came to end on the line of a slot, as LibreOffice saves it, ends after what fills it', async () => {
  const template = await editedTemplate((parts) => {
    const document = parts['word/document.xml'] ?? ''
    parts['word/document.xml'] = document.replace(
      /<w:pPr>(?:(?!<w:pPr>).)*?<\/w:pPr>(<w:r>[^{]*\{\{progress\}\}<\/w:t><\/w:r>)<\/w:p><w:p><w:pPr>.*?(<w:sectPr>.*?<\/w:sectPr>).*?<\/w:p>/s,
      '<w:pPr>$2</w:pPr>$1</w:p>',
    )
    expect(parts['word/document.xml']).not.toBe(document)
  })
  expect(templateProblems(template)).toEqual([])
  const { document } = await filled(template)
  expect(document.match(/<w:sectPr/g)).toHaveLength(5)
  expect(document).toContain('Tổng số đã hoàn thành')
})

test('sections from which LibreOffice took the page number have it again, and not on their first page', async () => {
  const template = await editedTemplate((parts) => {
    // The header of the first page as that of all pages, in every section but the last.
    changeText(
      parts,
      /<w:headerReference w:type="default" r:id="\w+"\/><w:headerReference w:type="first"(?= r:id="\w+"\/>.*?<w:sectPr)/,
      '<w:headerReference w:type="default"',
    )
    changeText(parts, /<w:titlePg\/>(?=.*<w:titlePg\/>)/, '')
  })
  expect(templateProblems(template)).toEqual([])
  const { document, relationships, files } = await filled(template)
  const sections = document.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []
  expect(sections).toHaveLength(5)
  for (const section of sections) {
    const headerOf = (type: string) => {
      const [, id] = new RegExp(`w:type="${type}" r:id="(\\w+)"`).exec(section) ?? []
      const [, path] =
        new RegExp(`<Relationship [^>]*Id="${id}"[^>]*Target="([^"]+)"`).exec(relationships) ?? []
      return strFromU8(files[`word/${path}`] ?? new Uint8Array())
    }
    expect(section).toMatch(/<w:pgNumType[^>]*><w:titlePg\/><w:docGrid/)
    expect(headerOf('default')).toContain('PAGE')
    expect(headerOf('first')).toContain('w:hdr')
    expect(headerOf('first')).not.toContain('PAGE')
  }
})
