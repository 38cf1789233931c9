/** The office corrects in the chat what was read wrong of its plan, and sees it once more before it is taken in. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { wordPlan } from '../../domain/imports/plan-reading/sample-plans.ts'
import { office } from './taking-in.ts'

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

test('a quarter that was read wrong is corrected, and a day outside of it is told at once', async () => {
  const { db, hoa, reads } = await office()
  await hoa.types('nạp kế hoạch')
  await hoa.sendsFile('kh.docx', await wordPlan.bytes())
  await reads()
  await hoa.presses('Sửa một việc')
  await hoa.types('ii.4 b')
  expect(hoa.last()).toMatch(/^II\.4\.b · quý IV · /)
  await hoa.presses('Đổi quý')
  await hoa.presses('Quý III')
  expect((await reads())?.text).toMatch(/\n\d+\. II\.4\.b · quý III · 30\/09 · /)

  await hoa.presses('Sửa một việc')
  await hoa.types('Q4-b')
  await hoa.presses('Đổi hạn')
  await hoa.types('15/11')
  expect(hoa.last()).toContain('Lưu ý: hạn 15/11 nằm ngoài quý III của việc.')
  expect((await reads())?.text).toMatch(/Hạn nằm ngoài quý của việc\. Việc \d+ \(II\.4\.b, dòng \d+\) 15\/11/)

  await hoa.presses('Sửa một việc')
  await hoa.types('việc số hai')
  expect(hoa.last()).not.toContain('Đồng chí sửa gì')
  await hoa.presses('Nạp')
  const [task] = await db.execute(sql`select quarter, due_on::text, due_basis from tasks where code = 'Q4-b'`)
  expect(task).toEqual({ quarter: 3, due_on: '2026-11-15', due_basis: 'office' })
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
