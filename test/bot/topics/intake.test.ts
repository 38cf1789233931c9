/** The office sends its plan or its list of units in the chat: sees what it says, and takes it in with one tap. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { previewImports } from '../../../jobs/preview-imports.ts'
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
  expect(preview?.text).toMatch(/\nII\.4\.b · quý IV · 31\/12\* · .*Báo cáo tổng kết/)
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
    if (again) expect(preview?.text).toContain('đã có: thêm 0 việc, đổi 0, bỏ 0')
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

test('a file that nobody can read is told of with what to send instead', async () => {
  const { hoa, reads, tasks } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.doc', new TextEncoder().encode('not a document'))
  const said = await reads()
  expect(said?.text).toContain('“kh.doc”')
  expect(said?.choices).toBeUndefined()
  expect(await tasks()).toBe(0)
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
