/** The report as it comes out of the printer, by LibreOffice. */
import { expect, test } from 'vitest'
import { translator } from '../../../locales/i18n.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { templateProblems } from '../../../office/report/template/check.ts'
import { defaultTemplate } from '../../../office/report/template/default-template.ts'
import { docxParts } from './docx-parts.ts'
import { cannotRender, firstPage, printed, SLOW, savedByLibreOffice, titled, widthOf } from './rendered.ts'
import { sampleFacts, samplePaper } from './sample-facts.ts'

const rendered = test.skipIf(cannotRender)

const linesOf = (page: string) => page.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))

rendered(titled('the report of 61 units is printed as an official paper'), { timeout: SLOW }, async () => {
  const { pages, fonts } = await printed(await reportDocx(sampleFacts(), samplePaper))
  const [first = [], second = [], ...others] = pages.map(linesOf)
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.length).toBeLessThan(30)
  expect(first.slice(0, 2)).toEqual([
    'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'ĐẶC KHU SAO BIỂN Độc lập - Tự do - Hạnh phúc',
  ])
  expect(first).toContain('Kính gửi:')
  expect(second[0]).toBe('2')
  const beginnings = others.map(([line]) => line)
  for (const appendix of ['I', 'II', 'III', 'IV']) expect(beginnings).toContain(`Phụ lục ${appendix}`)
  expect(beginnings[beginnings.indexOf('Phụ lục I') + 1]).toBe('2')
  expect(pages.join()).not.toContain('{{')
  expect(fonts).toEqual(expect.arrayContaining([expect.stringMatching(/Times|Liberation ?Serif|Tinos/)]))
  expect(fonts.filter((font) => !/Times|Liberation ?Serif|Tinos/.test(font))).toEqual([])
})

rendered(
  titled('a long title of the signer stands on one line, and the year never alone'),
  { timeout: SLOW },
  async () => {
    const facts = { ...sampleFacts({ units: 3 }), period: '2026-9M', quarters: [1, 2, 3] as const }
    const signer = {
      authority: ['TL. CHỦ TỊCH'],
      position: 'TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI',
      name: 'Lê Văn Ký',
    }
    const to = ['Ủy ban nhân dân thành phố']
    const { pages } = await printed(await reportDocx(facts, { ...samplePaper, signer, to }))
    const lines = pages.flatMap(linesOf)
    expect(lines.some((line) => line.endsWith('TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI'))).toBe(true)
    expect(lines).toContain('9 tháng đầu năm 2026')
    expect(lines).toContain('Kính gửi: Ủy ban nhân dân thành phố')
  },
)

rendered(
  titled('a template saved by LibreOffice is filled as before, with its page numbers'),
  { timeout: SLOW },
  async () => {
    const template = await savedByLibreOffice(await defaultTemplate(translator('vi')))
    expect(templateProblems(template)).toEqual([])
    const own = await reportDocx(sampleFacts(), samplePaper, { template })
    const usual = await reportDocx(sampleFacts(), samplePaper)
    expect(docxParts(own).lines.filter(Boolean)).toEqual(docxParts(usual).lines.filter(Boolean))
    const numbersOf = async (docx: Uint8Array) =>
      (await printed(docx)).pages.map((page) => linesOf(page)[0]?.match(/^\d+$/)?.[0] ?? '')
    const numbers = await numbersOf(own)
    expect(numbers.filter(Boolean).length).toBeGreaterThan(5)
    expect(numbers).toEqual(await numbersOf(usual))
  },
)

const ISSUERS = [
  ['ỦY BAN NHÂN DÂN', 'ĐẶC KHU SAO BIỂN'],
  ['PHÒNG VĂN HÓA - XÃ HỘI'],
  ['ỦY BAN NHÂN DÂN', 'XÃ Ý TÝ'],
]

rendered.each(ISSUERS.map((issuer) => ({ issuer })))(
  titled('the lines under the motto, the issuer and the subject are as long as they must be: $issuer'),
  { timeout: SLOW },
  async ({ issuer }) => {
    const { lines, spanOf } = await firstPage(
      await reportDocx(sampleFacts({ units: 3 }), { ...samplePaper, issuer }),
    )
    const [first, second, third] = lines
    const [under = first, motto = second] = [first, second].toSorted(
      (a, b) => (a?.left ?? 0) - (b?.left ?? 0),
    )
    const words = spanOf('Độc lập - Tự do - Hạnh phúc')
    expect(Math.abs((motto?.left ?? 0) - words.left)).toBeLessThan(1.5)
    expect(Math.abs((motto?.right ?? 0) - words.right)).toBeLessThan(1.5)
    const about = spanOf('Kết quả thực hiện nhiệm vụ công tác thi đua, khen thưởng quý IV năm 2026')
    for (const [line, above] of [
      [under, spanOf(issuer.at(-1) ?? '')],
      [third, about],
    ] as const) {
      const share = line ? widthOf(line) / widthOf(above) : 0
      expect(share).toBeGreaterThan(1 / 3)
      expect(share).toBeLessThan(1 / 2)
    }
  },
)
