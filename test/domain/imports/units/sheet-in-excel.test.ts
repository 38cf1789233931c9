/** Workbooks as offices keep them: several sheets, merged blocks, hidden rows, formulas; and files that are none. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readUnitList } from '../../../../domain/imports/units/list.ts'
import { isWorkbook, readUnitSheet } from '../../../../domain/imports/units/sheet.ts'
import { excelFile } from '../plan-reading/excel-file.ts'
import { nothingKnown } from './unit-lists.ts'
import { rawRows, rawWorkbook } from './unit-workbooks.ts'

const HEADER = ['Đơn vị', 'Họ tên', 'Điện thoại', 'Khối']
const unit = (name: string, block = 'Khối thôn') => [name, 'Lê Văn Nhiên', '0912 345 678', block]
const number = (value: string) => ({ xml: `<v>${value}</v>` })
const merged = (...ranges: string[]) =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`

async function listOf(bytes: Uint8Array) {
  const read = await readUnitSheet(bytes)
  if ('problems' in read) throw new Error(read.problems[0]?.problem)
  return readUnitList(read.records, nothingKnown)
}

const onSheet = (xml: string) => rawWorkbook([{ name: 'Đơn vị', part: 1, xml }])
const told = (list: { problems: { kind: string; line: number }[] }, kind: string) =>
  list.problems.filter((problem) => problem.kind === kind)

test('a block merged over the rows of its units is the block of each', async () => {
  const { rows } = await listOf(
    await excelFile([
      ['Khối', 'Đơn vị', 'Họ tên', 'Điện thoại'],
      [{ text: 'Khối thôn', down: 2 }, 'Thôn Đông', 'Lê Văn Ba', '0912345678'],
      ['', 'Thôn Tây', 'Lê Văn Tư', '0912345679'],
      ['Khối cơ quan', 'Phòng Kinh tế', 'Lê Văn Năm', '0912345670'],
    ]),
  )
  expect(rows.map(({ name, blockName }) => [name, blockName])).toEqual([
    ['Thôn Đông', 'Khối thôn'],
    ['Thôn Tây', 'Khối thôn'],
    ['Phòng Kinh tế', 'Khối cơ quan'],
  ])
})

test('a header in two rows, with merged cells over its columns, is one header', async () => {
  const { rows } = await listOf(
    await excelFile([
      [
        { text: 'Tên đơn vị', down: 2 },
        { text: 'Thủ trưởng', across: 3 },
        { text: 'Khối', down: 2 },
      ],
      ['', 'Họ tên', 'Chức vụ', 'Điện thoại', ''],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['Thôn Đông', 'Lê Văn Ba', 'Trưởng thôn', '0912345678', 'Khối thôn'],
    ]),
  )
  expect(rows).toMatchObject([{ name: 'Thôn Đông', headName: 'Lê Văn Ba', phone: '0912345678' }])
})

test('sheets that were put in another order keep their own merged cells', async () => {
  const { sheet, rows } = await listOf(
    rawWorkbook([
      {
        name: 'Danh sách',
        part: 2,
        xml: rawRows([HEADER, unit('Thôn Đông'), unit('Thôn Tây', '')]) + merged('D2:D3'),
      },
      { name: 'Cũ', part: 1, xml: rawRows([['Đã bỏ', '']]) + merged('A1:B1') },
    ]),
  )
  expect(sheet).toBe('Danh sách')
  expect(rows.map(({ blockName }) => blockName)).toEqual(['Khối thôn', 'Khối thôn'])
})

test('the sheet with the list is read though a cover stands before it, and the cover is named', async () => {
  const list = await listOf(
    rawWorkbook([
      { name: 'Bìa', part: 1, xml: rawRows([['DANH SÁCH ĐƠN VỊ']]) },
      { name: 'Trống', part: 2, xml: '<sheetData/>' },
      { name: '2026', part: 3, xml: rawRows([HEADER, unit('Thôn Đông')]) },
    ]),
  )
  expect(list.sheet).toBe('2026')
  expect(told(list, 'otherSheets')).toMatchObject([
    { problem: 'Only the sheet "2026" was read; "Bìa" holds rows too.', severity: 'warning' },
  ])
})

test('hidden rows and columns are read, and said to be hidden', async () => {
  const cols = '<cols><col min="3" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>'
  const list = await listOf(onSheet(cols + rawRows([HEADER, unit('Thôn Đông'), unit('Thôn Tây')], [3])))
  expect(list.rows.map(({ name, phone }) => [name, phone])).toEqual([
    ['Thôn Đông', '0912345678'],
    ['Thôn Tây', '0912345678'],
  ])
  expect(told(list, 'hiddenRow')).toMatchObject([{ line: 3, value: expect.stringContaining('Thôn Tây') }])
  expect(told(list, 'hiddenColumns')).toMatchObject([{ line: 1, value: 'Điện thoại' }])
})

test('of a formula its value is taken', async () => {
  const name = { xml: '<f>CONCATENATE("Thôn ","Đông")</f><v>Thôn Đông</v>' }
  const cell = { xml: name.xml }
  const rows = rawRows([HEADER, [cell, 'Lê Văn Ba', number('912345678'), 'Khối thôn']])
  const list = await listOf(onSheet(rows.replace('<c r="A2">', '<c r="A2" t="str">')))
  expect(list.rows).toMatchObject([{ name: 'Thôn Đông', phone: '0912345678' }])
})

test('a formula that shows an error is no empty cell: it is to be mended, where the column is read', async () => {
  const failed = { xml: '<f>VLOOKUP(1,X:Y,2)</f><v>#N/A</v>' }
  const rows = rawRows([
    ['STT', ...HEADER],
    [failed, 'Thôn Đông', 'Lê Văn Ba', failed, 'Khối thôn'],
  ])
  const list = await listOf(onSheet(rows.replace(/<c r="([AD]2)">/g, '<c r="$1" t="e">')))
  expect(told(list, 'formulaFailed')).toMatchObject([{ line: 2, field: 'phone', severity: 'error' }])
})

test.each(['912345678', '84912345678', '9.12345678E8', '9.12345678E+8'])(
  'the number %s in a cell is a phone that lost its zero',
  async (value) => {
    const list = await listOf(
      onSheet(rawRows([HEADER, ['Thôn Đông', 'Lê Văn Ba', number(value), 'Khối thôn']])),
    )
    expect(list.rows).toMatchObject([{ phone: '0912345678' }])
  },
)

test.each(['9.12E8', '9.12E+08', '9,12E+08', '9e8'])(
  'the text %s is a phone that lost digits',
  async (text) => {
    const list = await listOf(onSheet(rawRows([HEADER, ['Thôn Đông', 'Lê Văn Ba', text, 'Khối thôn']])))
    expect(told(list, 'shortenedPhone')).toMatchObject([
      { line: 2, value: text, severity: 'error', mend: expect.stringContaining('as text') },
    ])
  },
)

describe('a file that is no such workbook', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const old = (stream: string) =>
    Buffer.concat([Buffer.from(OLE), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])
  const refused = async (bytes: Uint8Array) => {
    expect(isWorkbook(bytes)).toBe(true)
    const read = await readUnitSheet(bytes)
    return 'problems' in read ? read.problems : []
  }

  test('of old Excel is to be saved as .xlsx', async () => {
    expect(await refused(old('Workbook'))).toMatchObject([
      { file: 'oldExcel', mend: expect.stringContaining('.xlsx') },
    ])
  })

  test('with a password is to lose it', async () => {
    expect(await refused(old('EncryptedPackage'))).toMatchObject([
      { file: 'password', mend: expect.stringContaining('password') },
    ])
  })

  test.each([
    ['word', zipSync({ 'word/document.xml': strToU8('<document/>') })],
    ['oldWord', old('WordDocument')],
    ['pdf', Buffer.from('%PDF-1.4')],
    ['openDocument', Buffer.from('PK..mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['otherOffice', Buffer.from('<html><table></table></html>')],
  ])('that is a file of the kind %s is told as that', async (file, bytes) => {
    expect(await refused(bytes)).toMatchObject([{ kind: 'notRead', file, severity: 'error' }])
  })

  test.each([
    ['a zip of something else', zipSync({ 'photo.txt': strToU8('x') })],
    ['a cut workbook', onSheet(rawRows([HEADER])).slice(0, 200)],
    ['a workbook without sheets', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['a sheet that is no XML', onSheet('<sheetData>')],
  ])('%s is refused with a way out', async (_, bytes) => {
    expect(await refused(bytes)).toMatchObject([
      { file: 'unknown', severity: 'error', mend: expect.stringMatching(/save it/) },
    ])
  })

  test.each([
    ['unpacks a thousandfold', zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) })],
    [
      'unpacks beside the sheets',
      zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'x/y.xml': new Uint8Array(50_000_000) }),
    ],
    [
      'has a cell in the far corner',
      onSheet('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ],
    [
      'is a sheet of megabytes',
      onSheet(rawRows(Array(30_000).fill(['Thôn', 'Lê Văn Ba', `${Math.random()}`]))),
    ],
  ])('one that %s is refused within a bounded memory', async (_, bytes) => {
    const before = process.memoryUsage.rss()
    expect(await refused(bytes)).toMatchObject([{ problem: expect.stringMatching(/far (more|beyond)/) }])
    expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000)
  })
})
