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

test('a list that Word numbers has no đ: it counts as in English', async () => {
  const points = await lines(...Array.from({ length: 27 }, () => ({ auto: 'letter', text: 'x' }) as const))
  expect(points.slice(3, 7)).toEqual(['d) x', 'e) x', 'f) x', 'g) x'])
  expect(points.at(-1)).toBe('aa) x')
})

const body = (content: string) =>
  docxLines(
    zipSync({
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${content}</w:body></w:document>`),
    }),
  ).map((line) => ('text' in line ? line.text : line.cells))
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

test('a clause after a line break within a paragraph stands by itself, other words go on', () => {
  const broken = `<w:p>${run('a) Một;')}<w:r><w:br/></w:r>${run('b) Hai')}<w:r><w:br/></w:r>${run('ba.')}</w:p>`
  expect(body(broken)).toEqual(['a) Một;', 'b) Hai ba.'])
  expect(body(`<w:tbl><w:tr><w:tc>${broken}</w:tc></w:tr></w:tbl>`)).toEqual([['a) Một;\nb) Hai ba.']])
})

test('a hyphen that does not break is a hyphen', () => {
  expect(body(`<w:p>${run('5/KH')}<w:r><w:noBreakHyphen/></w:r>${run('UBND')}</w:p>`)).toEqual(['5/KH-UBND'])
})

test('what was moved elsewhere with tracked changes is read where it went', () => {
  const moved = (name: string) => `<w:p><w:${name}>${run('Hai')}</w:${name}></w:p>`
  expect(body(`${moved('moveFrom')}<w:p>${run('Một')}</w:p>${moved('moveTo')}`)).toEqual(['', 'Một', 'Hai'])
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
