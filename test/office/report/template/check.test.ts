/** What an office is told of a template that could not be filled: which place it is, and what to do. */
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { templateProblems } from '../../../../office/report/template/check.ts'
import { changeText, editedTemplate, type Parts, paragraphOf } from './word-edits.ts'

const problemsAfter = async (edit: (parts: Parts) => void): Promise<string[]> =>
  templateProblems(await editedTemplate(edit))

const LINE = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const SECTION_BREAK = /<w:p>(?:(?!<w:p>).)*?<w:sectPr.*?<\/w:sectPr>.*?<\/w:p>/

test('a place that was deleted is named', async () => {
  expect(await problemsAfter((parts) => changeText(parts, paragraphOf('results'), ''))).toEqual([
    'The template has no place {{results}}: put it back on a line of its own.',
  ])
})

test('what the office may write for good itself may be missing', async () => {
  expect(await problemsAfter((parts) => changeText(parts, '{{issuer}}', 'ỦY BAN NHÂN DÂN'))).toEqual([])
})

test('a place that stands there twice is named; words within a line may stand there as often as one likes', async () => {
  const twice = LINE('{{results}}') + LINE('{{results}}')
  expect(await problemsAfter((parts) => changeText(parts, paragraphOf('results'), twice))).toEqual([
    'The place {{results}} stands in the template 2 times: leave only one.',
  ])
  expect(await problemsAfter((parts) => changeText(parts, '{{about}}', '{{about}} {{about}}'))).toEqual([])
})

test('a place within a deletion that nobody accepted is named', async () => {
  const gone =
    '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>{{res</w:delText></w:r><w:r><w:delText>ults}}</w:delText></w:r></w:del></w:p>'
  const problems = await problemsAfter((parts) => changeText(parts, paragraphOf('results'), gone))
  expect(problems).toEqual([
    expect.stringContaining('tracked changes: in Word choose Review, Accept All Changes'),
    'The place {{results}} is marked as deleted: in Word reject that deletion.',
  ])
})

test('words put in with tracked changes would go out with the report: they are to be accepted first', async () => {
  const put = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>{{results}}</w:t></w:r></w:ins></w:p>'
  expect(await problemsAfter((parts) => changeText(parts, paragraphOf('results'), put))).toHaveLength(1)
})

test('words beside a place that takes the whole line would be lost', async () => {
  expect(await problemsAfter((parts) => changeText(parts, '{{results}}', 'Kết quả: {{results}}'))).toEqual([
    'The place {{results}} shares its line with "Kết quả:", which would be lost: press Enter between.',
  ])
})

test('without the break before it the report would lie on its side; without the one after it appendix II', async () => {
  const without = (which: number) =>
    problemsAfter((parts) => {
      const breaks = [...(parts['word/document.xml'] ?? '').matchAll(new RegExp(SECTION_BREAK, 'gs'))]
      changeText(parts, breaks[which]?.[0] ?? 'no break', '')
    })
  expect((await without(0)).join()).toContain('{{results}} stands on a page that lies on its side')
  expect((await without(1)).join()).toContain('{{progress}} stands on an upright page')
})

test('a place that no report fills is named, with those that there are', async () => {
  const [problem] = await problemsAfter((parts) => changeText(parts, '{{signer_name}}', '{{signr_name}}'))
  expect(problem).toContain('{{signr_name}} that no report fills: remove it. Known: about, ')
})

test('a template whose pages have no numbers anywhere is not taken', async () => {
  const problems = await problemsAfter((parts) => {
    for (const path of Object.keys(parts).filter((path) => /header\d+\.xml$/.test(path)))
      parts[path] = (parts[path] ?? '').replace(/<w:instrText.*?<\/w:instrText>/gs, '')
  })
  expect(problems).toEqual([expect.stringContaining('no page numbers: in Word choose Insert, Page Number')])
})

test('a workbook is no template', () => {
  const [problem] = templateProblems(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))
  expect(problem).toContain('not a Word file')
})
