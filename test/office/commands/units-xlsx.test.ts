/** The office's own workbook through `units import`, and what the chat says of it before it is taken in. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { importUnits as takeUnits } from '../../../db/plans/import-units.ts'
import { tryOut } from '../../../db/try-out.ts'
import { translator } from '../../../locales/i18n.ts'
import { unitsPreview, unitsRefused } from '../../../locales/units-preview.ts'
import { freshDatabase } from '../../database.ts'
import { excelFile, type SheetCell } from '../../domain/imports/plan-reading/excel-file.ts'
import { rawRows, rawWorkbook } from '../../domain/imports/units/unit-workbooks.ts'
import { counts, importUnits, jsonOf, now, rowVersions, today } from './desk.ts'

const t = translator('vi', { we: 'Phòng' })
const HEADER: SheetCell[] = ['STT', 'Tên đơn vị', 'Họ và tên', 'Chức vụ', 'Số điện thoại']

const ownList = (blockOfSchools = 'I. Khối trường học') =>
  excelFile([
    [{ text: 'DANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ', across: 5 }],
    [],
    HEADER,
    [{ text: blockOfSchools, across: 5 }],
    [1, 'Trường Mầm non Hoa Phượng', 'Nguyễn Thị Giang', 'Hiệu trưởng', 912345678],
    [2, 'Trường Tiểu học Sao Mai', 'Lê Thị Mai', 'Hiệu trưởng', '0912 345 670'],
    [{ text: 'II. Khối thôn', across: 5 }],
    [3, 'Thôn Đông', 'Lê Văn Nhiên', 'Trưởng thôn', 84912345679],
    ['', 'Tổng cộng', '3 đơn vị', '', ''],
    [],
    ['', 'Người lập biểu', '', '', 'Chủ tịch'],
    ['', 'Vũ Văn Tư', '', '', 'Đinh Thị Mười'],
  ])

const office = async () => (await freshDatabase()).db
const sayOf = async (db: Awaited<ReturnType<typeof office>>, bytes: Uint8Array) => {
  const { list, done } = await tryOut(db, (tx) => takeUnits(tx, { bytes, endGone: false, today, now }))
  return (done ? unitsPreview(7, list, t) : unitsRefused('ds.xlsx', list.problems, t)).text
}

test('the list as the office keeps it is taken in, with headings, sums and signatures', async () => {
  const db = await office()
  const outcome = await importUnits(db, await ownList(), { fileName: 'ds.xlsx' })
  expect(counts(outcome)).toEqual([3, 0, 0, 0])
  expect(outcome.lines[0]).toBe('ds.xlsx (sheet "Sheet1"): 3 added, 0 changed, 0 unchanged, 0 gone.')
  expect(jsonOf(outcome).sheet).toBe('Sheet1')
  expect(outcome.lines.join('\n')).toContain('line 9, warning: "Tổng cộng, 3 đơn vị"')
  const rows = await db.execute(sql`select u.code, b.name, u.unit_type, p.phone from units u
    join blocks b on b.code = u.block_code join posts o on o.unit_id = u.id
    join people p on p.id = o.person_id order by 1`)
  expect([...rows].map((row) => Object.values(row).join(' | '))).toEqual([
    'TD | Khối thôn |  | 0912345679',
    'TMNHP | Khối trường học | truong_hoc | 0912345678',
    'TTHSM | Khối trường học | truong_hoc | 0912345670',
  ])
})

test('sent again it changes nothing', async () => {
  const db = await office()
  await importUnits(db, await ownList())
  const before = await rowVersions(db)
  expect(counts(await importUnits(db, await ownList()))).toEqual([0, 0, 3, 0])
  expect(await rowVersions(db)).toEqual(before)
})

test('before it is taken in, each kind of doubt is told once', async () => {
  const said = await sayOf(await office(), await ownList())
  expect(said).toContain('Đã đọc trang tính “Sheet1”. Danh sách có 3 đơn vị: thêm 3')
  expect(said).toContain('- Loại trường suy từ tên: 2 đơn vị.')
  expect(said).toContain('- Số điện thoại thiếu số 0 đầu, đã thêm: 1 đơn vị.')
  expect(said).toContain('- Bỏ qua, vì không phải đơn vị: dòng 9 “Tổng cộng, 3 đơn vị”, dòng 11 ')
})

test('a known block that is spelt another way is asked about, and nothing is taken in', async () => {
  const db = await office()
  await importUnits(db, await ownList())
  const before = await rowVersions(db)
  const other = await ownList('I. Khối các trường học')
  const outcome = await importUnits(db, other)
  expect(outcome.refused).toBe(true)
  expect(outcome.lines.join('\n')).toContain('"Khối các trường học" (line 5, 6) looks like "Khối trường học"')
  expect(await rowVersions(db)).toEqual(before)
  expect(await sayOf(db, other)).toContain(
    'Có phải một khối viết hai cách: dòng 5 “Khối các trường học” (Khối trường học)?',
  )
})

test('a list without its columns is told which, as the office calls them', async () => {
  const said = await sayOf(
    await office(),
    await excelFile([
      ['Tên đơn vị', 'Số điện thoại'],
      ['Thôn Đông', ''],
    ]),
  )
  expect(said).toContain('Thiếu cột: Họ và tên, Khối.')
})

test('of several sheets, the one that was read and those that were not are named', async () => {
  const rows = rawRows(
    [
      ['Đơn vị', 'Họ tên', 'Khối'],
      ['Thôn Đông', 'Lê Văn Ba', 'Khối thôn'],
    ],
    [2],
  )
  const sheets = [
    { name: 'Bìa', part: 2, xml: rawRows([['DANH SÁCH']]) },
    { name: 'Năm 2026', part: 1, xml: rows },
  ]
  const said = await sayOf(await office(), rawWorkbook(sheets))
  expect(said).toContain('Chỉ đọc trang tính “Năm 2026”. Trang cũng có dữ liệu nhưng chưa đọc: Bìa.')
  expect(said).toContain('Hàng đang ẩn trong Excel, vẫn được đọc: dòng 2 “Thôn Đông, Lê Văn Ba, Khối thôn”.')
})

test('an .xls is to be saved as .xlsx', async () => {
  const old = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('Workbook', 'utf16le'),
  ])
  const db = await office()
  expect((await importUnits(db, old)).lines.join('\n')).toContain('Excel workbook (.xlsx)')
  expect(await sayOf(db, old)).toContain('Đây là tệp Excel đời cũ (.xls)')
})
