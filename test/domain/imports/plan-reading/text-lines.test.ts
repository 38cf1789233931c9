// Lines of text that the margin broke are put together again, and no others.
import { expect, test } from 'vitest'
import { textLines } from '../../../../domain/imports/plan-reading/text-lines.ts'

const read = (...lines: string[]) =>
  textLines(Buffer.from(lines.join('\n'))).map((each) => 'text' in each && each.text)

test('a sentence over several lines is one paragraph, numbered by its first line', () => {
  const text = 'TIÊU ĐỀ\n\na) Tổ chức sơ kết giao ước thi đua\n6 tháng đầu năm 2026 của các khối\nthi đua.\n'
  expect(textLines(Buffer.from(text))).toEqual([
    { line: 1, text: 'TIÊU ĐỀ' },
    { line: 3, text: 'a) Tổ chức sơ kết giao ước thi đua 6 tháng đầu năm 2026 của các khối thi đua.' },
  ])
})

test('a short line, a heading in capitals and a letter end a paragraph', () => {
  expect(read('1. Mục đích', 'Nâng cao chất lượng giám sát của xã', 'II. NHIỆM VỤ', 'b) Việc')).toEqual([
    ...['1. Mục đích', 'Nâng cao chất lượng giám sát của xã', 'II. NHIỆM VỤ', 'b) Việc'],
  ])
})

test('paragraphs that were never broken stay apart, also without a full stop', () => {
  const long = `Thực hiện ${'nhiệm vụ '.repeat(15)}được giao`
  expect(read(long, 'Kiểm tra')).toEqual([long, 'Kiểm tra'])
})

test('a file of Windows with its own line ends and byte order mark is read', () => {
  expect(textLines(Buffer.from('\uFEFFKẾ HOẠCH\r\n\r\nQuý I', 'utf16le'))).toEqual([
    { line: 1, text: 'KẾ HOẠCH' },
    { line: 3, text: 'Quý I' },
  ])
})
