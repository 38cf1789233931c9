/** The Word report as the office opens it: the layout of Decree 30/2020, figures equal to the facts, hostile words. */
import { expect, test } from 'vitest'
import { translator } from '../../../locales/i18n.ts'
import type { PaperFacts } from '../../../office/report/paper-facts.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { templateProblems } from '../../../office/report/template/check.ts'
import { defaultTemplate } from '../../../office/report/template/default-template.ts'
import { tracer } from '../../../office/report/tracer.ts'
import { docxParts } from './docx-parts.ts'
import { PIXEL, sampleFacts, samplePaper } from './sample-facts.ts'

const made = async (facts = sampleFacts(), paper: PaperFacts = samplePaper) =>
  docxParts(await reportDocx(facts, paper))

test('the page is A4 with 20, 20, 30 and 15 mm, numbered from 1 in each appendix, hidden on the first page', async () => {
  const { document, headers } = await made()
  const sections = document.match(/<w:sectPr.*?<\/w:sectPr>/g) ?? []
  expect(sections).toHaveLength(5)
  for (const section of sections) {
    expect(section).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
    expect(section).toContain('<w:pgNumType w:start="1"/>')
    expect(section).toContain('<w:titlePg/>')
  }
  expect(sections[0]).toContain('w:w="11906" w:h="16838"')
  expect(sections[1]).toContain('w:orient="landscape"')
  expect(headers.some((xml) => xml.includes('PAGE') && xml.includes('w:val="center"'))).toBe(true)
})

test('words stand in Times New Roman 14, justified, with the first line drawn in by 1.27 cm', async () => {
  const { styles } = await made()
  const said = /<w:style [^>]*w:styleId="Said".*?<\/w:style>/.exec(styles)?.[0]
  expect(styles).toContain('w:ascii="Times New Roman"')
  expect(said).toContain('<w:sz w:val="28"/>')
  expect(said).toContain('w:val="both"')
  expect(said).toContain('w:firstLine="720"')
})

test('several addressees stand each on a line; one stands beside the words', async () => {
  expect((await made()).lines).toEqual(
    expect.arrayContaining([
      'Kính gửi:',
      '- Ủy ban nhân dân thành phố;',
      '- Ban Thi đua - Khen thưởng thành phố.',
    ]),
  )
  const alone = await made(sampleFacts(), { ...samplePaper, to: ['Ủy ban nhân dân thành phố'] })
  expect(alone.lines).toContain('Kính gửi: Ủy ban nhân dân thành phố')
})

test('recipients begin with "Như trên" and end with where it is filed; the last sentence ends in ./.', async () => {
  const { lines } = await made()
  const from = lines.indexOf('Nơi nhận:')
  expect(lines[from + 1]).toBe('- Như trên;')
  expect(lines).toContain('- Lưu: VT, VHXH.')
  expect(lines.some((line) => line.endsWith('./.'))).toBe(true)
})

test('the number and the day are left for the clerk', async () => {
  const { lines } = await made()
  expect(lines.some((line) => /^Số: +\/BC-UBND$/.test(line))).toBe(true)
  expect(lines.some((line) => /^Sao Biển, ngày +tháng +năm 2026$/.test(line))).toBe(true)
})

test('the totals of the progress table are those of the tasks, and each can be traced', async () => {
  const facts = sampleFacts()
  const noted = tracer()
  const { lines } = docxParts(await reportDocx(facts, samplePaper, { tracer: noted }))
  const totals = lines.slice(lines.indexOf('Tổng số đã hoàn thành') + 1).slice(0, 7)
  expect(totals).toEqual(facts.tasks.filter((t) => t.asksUnitHeads).map((t) => `${t.done}/${t.asked}`))
  const silent = noted.rows.find(({ place }) => place === 'II.1 silent')
  expect(silent?.rows).toHaveLength(Number(silent?.value))
})

test('units are not named in section II where the office wants none', async () => {
  const { lines } = await made(sampleFacts(), { ...samplePaper, names: false })
  expect(lines.some((line) => line.startsWith('Đã hoàn thành: '))).toBe(false)
})

test('nobody is named or shown without consent', async () => {
  const facts = sampleFacts()
  facts.exemplars.forEach((one) => {
    one.mayName = false
    one.mayPhoto = false
  })
  const { document } = await made(facts)
  expect(document).not.toContain('Trần Thị Gương')
  expect(document).not.toContain('<w:drawing>')
})

test('hostile words neither break the file nor fill a place of the template', async () => {
  const facts = sampleFacts({ units: 3 })
  const hostile = `A & <b> "x" 😀 \u202Egnort\u0000\u000B ${'dài'.repeat(400)} {{results}} ${'Ế'.normalize('NFD')}`
  facts.units.forEach((unit) => {
    unit.unit = hostile
  })
  const { document } = await made(facts)
  expect(document).toContain('A &amp; &lt;b&gt;')
  expect(document).toContain('😀 gnort')
  expect(document).toContain('{ {results} } Ế')
})

test('the template that an office gets passes the check and is filled as if it were its own', async () => {
  const template = await defaultTemplate(translator('vi'))
  expect(templateProblems(template)).toEqual([])
  const own = docxParts(await reportDocx(sampleFacts(), samplePaper, { template }))
  expect(own.lines).toEqual((await made()).lines)
  expect(own.document).not.toContain('{{')
})

test('what is no Word file, or too large, is refused with a reason', () => {
  expect(templateProblems(PIXEL)[0]).toContain('not a Word file')
  expect(templateProblems(new Uint8Array(6_000_000))[0]).toContain('5 MB')
})
