// What Word shows is what is read: numbers that stand in no text, merged cells, the letters of a Vietnamese list.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxLines } from '../../../../domain/imports/plan-reading/docx-lines.ts'
import { wordFile } from './word-file.ts'

const lines = async (...blocks: Parameters<typeof wordFile>[0]) =>
  docxLines(await wordFile(blocks)).map((line) => ('text' in line ? line.text : line.cells))

test('automatic numbers are counted, and begin anew under the next heading', async () => {
  const section = { auto: 'section', text: 'Phần' } as const
  const number = { auto: 'number', text: 'Mục' } as const
  const letter = { auto: 'letter', text: 'Điểm' } as const
  expect(await lines(section, number, letter, letter, number, letter, section, number)).toEqual([
    ...['I. Phần', '1. Mục', 'a) Điểm', 'b) Điểm', '2. Mục', 'a) Điểm', 'II. Phần', '1. Mục'],
  ])
})

test('đ follows d in a list that Word numbers', async () => {
  const points = await lines(...Array.from({ length: 6 }, () => ({ auto: 'letter', text: 'x' }) as const))
  expect(points).toEqual(['a) x', 'b) x', 'c) x', 'd) x', 'đ) x', 'e) x'])
})

test('a cell over several columns or rows stands in each', async () => {
  const table = [
    [
      { text: 'A', across: 2 },
      { text: 'B', down: 2 },
    ],
    ['1', '2'],
  ]
  expect(await lines('Trên', { table }, 'Dưới')).toEqual(['Trên', ['A', 'A', 'B'], ['1', '2', 'B'], 'Dưới'])
})

test('what was struck out with tracked changes is not read', () => {
  const body =
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Trước </w:t></w:r><w:del><w:r><w:delText>15/5</w:delText></w:r></w:del><w:ins><w:r><w:t>15/6</w:t></w:r></w:ins></w:p></w:body></w:document>'
  expect(docxLines(zipSync({ 'word/document.xml': strToU8(body) }))).toEqual([
    { line: 1, text: 'Trước 15/6' },
  ])
})

test('lists of one form count on, and one that starts anew starts anew', () => {
  const numbering = `<n><abstractNum abstractNumId="7"><lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl></abstractNum>
    <num numId="1"><abstractNumId val="7"/></num><num numId="2"><abstractNumId val="7"/></num>
    <num numId="3"><abstractNumId val="7"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num></n>`
  const item = (list: number) =>
    `<p><pPr><numPr><ilvl val="0"/><numId val="${list}"/></numPr></pPr><r><t>x</t></r></p>`
  const body = `<document><body>${[1, 1, 2, 3, 3].map(item).join('')}</body></document>`
  const file = zipSync({ 'word/document.xml': strToU8(body), 'word/numbering.xml': strToU8(numbering) })
  expect(docxLines(file).map((line) => 'text' in line && line.text)).toEqual([
    ...['1. x', '2. x', '3. x', '1. x', '2. x'],
  ])
})
