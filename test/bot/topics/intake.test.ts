/** The office sends its plan or its list of units in the chat: sees what it says, and takes it in with one tap. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { wordPlan } from '../../domain/imports/plan-reading/sample-plans.ts'
import { office } from './taking-in.ts'

test('a plan sent out of the blue is previewed, and taken in with one tap', async () => {
  const { db, hoa, reads, tasks } = await office()
  const [asked] = await hoa.sendsFile('Kế hoạch 83.docx', await wordPlan.bytes())
  expect(asked?.text).toContain('“Kế hoạch 83.docx” là gì')
  await hoa.presses('Kế hoạch năm')
  const preview = await reads()
  expect(preview?.text).toContain('Kế hoạch số 83/KH-UBND ngày 24/02/2026')
  expect(preview?.text).toMatch(/\n\d+\. II\.4\.b · quý IV · 31\/12\* · .*Báo cáo tổng kết/)
  expect(preview?.text).toContain('* Văn bản không ghi ngày')
  expect(await tasks()).toBe(0)
  await hoa.presses('Nạp')
  expect(hoa.last()).toMatch(/^Đã nạp kế hoạch số 83\/KH-UBND: thêm 17 việc/)
  expect(await tasks()).toBe(17)
  expect([...(await db.execute(sql`select action from audit_entries`))]).toEqual([
    { action: 'plan.imported' },
  ])
})

test('the same plan again changes nothing, and says so before', async () => {
  const { hoa, reads, tasks } = await office()
  for (const again of [false, true]) {
    await hoa.types('nap ke hoach')
    await hoa.sendsFile('kh.docx', await wordPlan.bytes())
    const preview = await reads()
    if (again)
      expect(preview?.text).toContain('Giữ nguyên 17 việc.\n\nKế hoạch này đã nạp rồi; tệp không có gì mới.')
    await hoa.presses('Nạp')
  }
  expect(await tasks()).toBe(17)
})

test('pressed twice, it is taken in once; left aside, never', async () => {
  const { hoa, reads, tasks } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.docx', await wordPlan.bytes())
  const preview = await reads()
  await hoa.presses('Bỏ')
  await hoa.pressesValue(preview?.choices?.flat()[0]?.value ?? '')
  expect(hoa.last()).toContain('đã được xử lý')
  expect(await tasks()).toBe(0)
})

const old = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])

test.each([
  ['kh.doc', old('WordDocument'), 'Word đời cũ (.doc). Đồng chí mở bằng Word, chọn Lưu thành'],
  ['kh.xls', old('Workbook'), 'Excel đời cũ (.xls)'],
  ['kh.docx', old('EncryptedPackage'), 'bỏ mật khẩu'],
  ['kh.pdf', Buffer.from('%PDF-1.4'), 'Đây là tệp PDF'],
  ['kh.jpg', Buffer.from('ffd8ffe0', 'hex'), 'Đây là ảnh'],
  ['kh.odt', Buffer.from('PK..mimetypeapplication/vnd.oasis.opendocument.text'), 'LibreOffice'],
  ['kh.doc', Buffer.from('{\\rtf1 KE HOACH}'), 'không phải kiểu Word hay Excel mới'],
  ['kh.txt', Buffer.from('b8b9b5b6b7', 'hex'), 'bảng mã cũ (như TCVN3, VNI)'],
  ['kh.docx', (await wordPlan.bytes()).slice(0, 2000), 'Tệp bị hỏng'],
  ['kh.txt', Buffer.from('KẾ HOẠCH năm 2026 '.repeat(40_000)), 'nhiều chữ hơn một kế hoạch'],
])('a plan sent as %s that cannot be read is told of with what to send instead', async (name, bytes, why) => {
  const { hoa, reads, tasks } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile(name, bytes)
  const said = await reads()
  expect(said?.text).toMatch(new RegExp(`^Chưa nạp được tệp “${name}”, chưa có gì thay đổi\\.\n\n.+ gửi`))
  expect(said?.text).toContain(why)
  expect(said?.choices).toBeUndefined()
  expect(await tasks()).toBe(0)
})

test('a Word file sent as the list of units is told as one', async () => {
  const { hoa, reads } = await office()
  for (const bytes of [old('WordDocument'), await wordPlan.bytes()]) {
    await hoa.types('nạp danh sách')
    await hoa.sendsFile('ds.doc', bytes)
    expect((await reads())?.text).toContain('Đây là tệp Word. Danh sách đơn vị cần là tệp Excel')
  }
})

test('a file that only lacks words says which, without a line of it left empty', async () => {
  const { hoa, reads } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.txt', Buffer.from('KẾ HOẠCH\nCông tác năm 2026\nII. NHIỆM VỤ\n1. Việc một.'))
  expect((await reads())?.text).toContain(
    'gửi lại:\n- Chưa thấy số kế hoạch, ví dụ “Số: 83/KH-UBND”.\n- Chưa thấy ngày ban hành',
  )
})

test('nobody else takes in what a colleague sent, nor a unit head anything', async () => {
  const { hoa, thu, head, reads, tasks } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.docx', await wordPlan.bytes())
  const take = (await reads())?.choices?.flat()[0]?.value ?? ''
  await thu.pressesValue(take)
  await head.pressesValue(take)
  await head.types('nạp kế hoạch')
  expect(head.last()).not.toContain('tệp kế hoạch')
  expect(await tasks()).toBe(0)
})
