/** What of Decree 30/2020 a reader would see at once if it were wrong: sizes of letters, page numbers, the order of the parts. */
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { docxParts } from './docx-parts.ts'
import { sampleFacts, samplePaper } from './sample-facts.ts'

const made = async (paper = samplePaper) => docxParts(await reportDocx(sampleFacts(), paper))

test.each([
  ['Nation', 13, 'bold'],
  ['Motto', 14, 'bold'],
  ['Superior', 13, ''],
  ['Issuer', 13, 'bold'],
  ['Number', 13, ''],
  ['PlaceDate', 14, 'italic'],
  ['Kind', 14, 'bold'],
  ['About', 14, 'bold'],
  ['Addressee', 14, ''],
  ['Basis', 14, 'italic'],
  ['Part', 14, 'bold'],
  ['Said', 14, ''],
  ['Signature', 14, 'bold'],
  ['RecipientsHead', 12, 'bold italic'],
  ['Recipient', 11, ''],
  ['Appendix', 14, 'bold'],
  ['AttachedTo', 14, 'italic'],
])('what has the style %s is set in %i pt and is "%s"', async (id, points, look) => {
  const style = new RegExp(`w:styleId="${id}".*?</w:style>`).exec((await made()).styles)?.[0] ?? ''
  expect(style).toContain(`<w:sz w:val="${points * 2}"/>`)
  const shown = [/<w:b\/>/.test(style) && 'bold', /<w:i\/>/.test(style) && 'italic']
  expect(shown.filter(Boolean).join(' ')).toBe(look)
})

test('between any two paragraphs of the text there are six points or more, however a program counts them', async () => {
  const { styles } = await made()
  const text = ['Basis', 'Part', 'Clause', 'Said'].map((id) => {
    const style = new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? ''
    const side = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(style)?.[1])
    return { before: side('before'), after: side('after') }
  })
  for (const { after } of text)
    for (const { before } of text) expect(Math.max(after, before)).toBeGreaterThanOrEqual(120)
})

test('the page number stands in 14 pt in the middle of the top of every page of a section but its first', async () => {
  const { document, relationships, files } = await made()
  const headersOf = (type: string) =>
    [...document.matchAll(new RegExp(`<w:headerReference w:type="${type}" r:id="(\\w+)"/>`, 'g'))].map(
      ([, id]) => {
        const [, path] =
          new RegExp(`<Relationship [^>]*Id="${id}"[^>]*Target="([^"]+)"`).exec(relationships) ?? []
        return new TextDecoder().decode(files[`word/${path}`])
      },
    )
  expect(headersOf('default')).toHaveLength(5)
  for (const header of headersOf('default')) {
    expect(header).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>.*PAGE/s)
  }
  expect(headersOf('first')).toHaveLength(5)
  for (const header of headersOf('first')) expect(header).not.toContain('PAGE')
})

test('only the table of all units lies on its side', async () => {
  const pages = (await made()).document.match(/<w:pgSz[^>]*>/g) ?? []
  expect(pages.map((page) => page.includes('"landscape"'))).toEqual([false, true, false, false, false])
})

test('the parts stand in the order of the decree', async () => {
  const { lines } = await made()
  const starts = ['CỘNG HÒA', 'BÁO CÁO', 'Kính gửi', 'Căn cứ', 'I. ', 'Nơi nhận', 'Phụ lục I', 'Phụ lục IV']
  const places = starts.map((start) => lines.findIndex((line) => line.startsWith(start)))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('the last words go with the signature, which never stands on a page alone', async () => {
  const { document } = await made()
  const paragraphs = document.match(/<w:p>.*?<\/w:p>/gs) ?? []
  expect(paragraphs.find((one) => one.includes('Trên đây là báo cáo'))).toContain('<w:keepNext/>')
})

test('the recipients stand line by line as the office named them, after those it is written to', async () => {
  const { lines } = await made()
  const from = lines.indexOf('Nơi nhận:')
  expect(lines.slice(from + 1, from + 5)).toEqual([
    '- Như trên;',
    '- Thường trực Đảng ủy đặc khu;',
    '- CT, các PCT UBND đặc khu;',
    '- Lưu: VT, VHXH.',
  ])
})

test.each([
  [['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
  [['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'],
  [['TL. CHỦ TỊCH'], 'TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI'],
  [['KT. TRƯỞNG PHÒNG'], 'PHÓ TRƯỞNG PHÒNG'],
  [[], 'TRƯỞNG PHÒNG'],
])('signed %j by the %s, who has room to sign above the name', async (authority, position) => {
  const { lines } = await made({
    ...samplePaper,
    signer: { authority, position, name: 'Nguyễn Văn Mẫu' },
  })
  const at = lines.indexOf('Nguyễn Văn Mẫu')
  const block = [...authority, position, '', '', '', '']
  expect(lines.slice(at - block.length, at)).toEqual(block)
})

test('a superior body stands above the issuer', async () => {
  const { lines } = await made({
    ...samplePaper,
    superior: 'UBND ĐẶC KHU SAO BIỂN',
    issuer: ['PHÒNG VĂN HÓA'],
  })
  expect(lines.slice(0, 2)).toEqual(['UBND ĐẶC KHU SAO BIỂN', 'PHÒNG VĂN HÓA'])
})

test('each photo is in the file once, as it was sent, and shown above its own caption', async () => {
  const photo = async (id: number) => ({
    bytes: async () => strToU8(`photo ${id}`),
    type: 'image/jpeg',
    width: 4,
    height: 3,
  })
  const { document, relationships, files } = await made({ ...samplePaper, photo })
  const shown = [...document.matchAll(/r:embed="(\w+)"/g)].map(([, id]) => {
    const [, path] = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relationships) ?? []
    return new TextDecoder().decode(files[`word/${path}`])
  })
  expect(shown).toEqual(['photo 1', 'photo 3'])
})

test('a photo that the camera turned is turned, and has the room it then needs', async () => {
  const turn = { mirrored: false, degrees: 90 as const }
  const photo = async () => ({
    bytes: async () => strToU8('photo'),
    ...{ type: 'image/jpeg', width: 960, height: 1280, turn },
  })
  const { document } = await made({ ...samplePaper, photo })
  const [, wide, high] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document)?.map(Number) ?? []
  expect((wide ?? 0) / (high ?? 1)).toBeCloseTo(1280 / 960, 1)
  expect(document).toMatch(/<a:xfrm [^>]*rot="5400000"/)
  const room = ((wide ?? 0) - (high ?? 0)) / 2
  expect(document).toContain(`<wp:effectExtent l="0" t="${room}" r="0" b="${room}"/>`)
})

test('a table has a row for each unit, in their order, and a word that is no XML does not break it', async () => {
  const facts = sampleFacts({ units: 3 })
  for (const [at, unit] of facts.units.entries()) unit.unit = `Trường <${at + 1}> & $& {{about}}`
  const { document } = docxParts(await reportDocx(facts, samplePaper))
  const rows = document.match(/Trường &lt;(\d)&gt; &amp; \$&amp; \{ \{about\} \}/g)
  expect(rows?.slice(0, 3).map((row) => row[11])).toEqual(['1', '2', '3'])
})
