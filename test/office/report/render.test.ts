/** The report as it comes out of the printer, by LibreOffice. */
import { expect, test } from 'vitest'
import { translator } from '../../../locales/i18n.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { templateProblems } from '../../../office/report/template/check.ts'
import { defaultTemplate } from '../../../office/report/template/default-template.ts'
import { docxParts } from './docx-parts.ts'
import { cannotRender, printed, SLOW, savedByLibreOffice, titled } from './rendered.ts'
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

rendered(titled('a template saved by LibreOffice is filled as before'), { timeout: SLOW }, async () => {
  const template = await savedByLibreOffice(await defaultTemplate(translator('vi')))
  expect(templateProblems(template)).toEqual([])
  const own = docxParts(await reportDocx(sampleFacts(), samplePaper, { template }))
  const usual = docxParts(await reportDocx(sampleFacts(), samplePaper))
  expect(own.lines.filter(Boolean)).toEqual(usual.lines.filter(Boolean))
})
