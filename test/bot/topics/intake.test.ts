/** The office sends its plan or its list of units in the chat: sees what it says, and takes it in with one tap. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { previewImports } from '../../../jobs/files/preview-imports.ts'
import { freshDatabase } from '../../database.ts'
import { wordPlan } from '../../domain/imports/plan-reading/sample-plans.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { openChat } from '../chat.ts'

const clock = () => new Date('2026-03-02T03:00:00Z')

async function office() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, { tasks: [] })
  await db.execute(sql`delete from plans`)
  const hoa = openChat(db, await addStaff(db, 'Trần Thị Hoa', 'office'), clock)
  const thu = openChat(db, await addStaff(db, 'Lê Minh Thu', 'office'), clock)
  const head = openChat(db, unit!.head, clock)
  const reads = async () => {
    await previewImports({ db, clock, log: () => {}, wake: () => {} })
    return (await hoa.receives()).at(-1)
  }
  const tasks = async () => (await db.execute(sql`select code from tasks where withdrawn_at is null`)).length
  return { db, hoa, thu, head, reads, tasks }
}

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

const HOW = 'gõ số của việc cần sửa'

test('what was read wrong is corrected in the chat, seen once more, and taken in as corrected', async () => {
  const { db, hoa, reads } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.docx', await wordPlan.bytes())
  const first = await reads()
  const number = (clause: string) =>
    new RegExp(`^(\\d+)\\. ${clause.replaceAll('.', '\\.')} `, 'm').exec(first?.text ?? '')?.[1] ?? ''

  await hoa.presses('Sửa một việc')
  expect(hoa.last()).toContain(HOW)
  await hoa.types('99')
  expect(hoa.last()).toContain('gõ một số từ 1 đến 17')
  await hoa.types(number('II.4.b'))
  expect(hoa.last()).toMatch(/^II\.4\.b · quý IV · 31\/12\* · .*\nDòng \d+ trong tệp\./)
  await hoa.presses('Đổi hạn')
  await hoa.types('ngày nào cũng được')
  expect(hoa.last()).toContain('Chưa rõ ngày')
  await hoa.types('20/11')
  expect(hoa.last()).toContain('Đã sửa')
  expect((await reads())?.text).toMatch(/\n\d+\. II\.4\.b · quý IV · 20\/11 · /)

  await hoa.presses('Sửa một việc')
  await hoa.types(number('II.4.b'))
  await hoa.presses('Đổi đơn vị được hỏi')
  await hoa.presses('Các trường')
  await reads()
  await hoa.presses('Sửa một việc')
  await hoa.types(number('II.4.b'))
  await hoa.presses('Đổi tên việc')
  await hoa.types('Tổng kết năm của nhà trường')
  await reads()
  await hoa.presses('Sửa một việc')
  await hoa.types('1')
  await hoa.presses('Bỏ việc này')
  expect((await reads())?.text).toContain('Đọc được 16 việc')

  await hoa.presses('Nạp')
  expect(hoa.last()).toContain('thêm 16 việc')
  const [task] = await db.execute(sql`select short_title, audience, asks_unit_heads, due_on::text, due_basis
    from tasks where code = 'Q4-b'`)
  expect(task).toEqual({
    short_title: 'Tổng kết năm của nhà trường',
    audience: ['schools'],
    asks_unit_heads: true,
    due_on: '2026-11-20',
    due_basis: 'office',
  })
})

test('nothing is taken in while a correction has not been shown', async () => {
  const { hoa, reads, tasks } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.docx', await wordPlan.bytes())
  const take = (await reads())?.choices?.flat()[0]?.value ?? ''
  await hoa.presses('Sửa một việc')
  await hoa.types('1')
  await hoa.presses('Bỏ việc này')
  await hoa.pressesValue(take)
  expect(hoa.last()).toContain('đang đọc')
  expect(await tasks()).toBe(0)
})
