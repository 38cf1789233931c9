/** Who may decide what a unit asks for, and what becomes of it. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { posts, requests } from '../../../db/schema/index.ts'
import { date } from '../../domain/vietnam.ts'
import { addPerson, addStaff } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { decisionsOf, dueOf, openOffice } from './deciding.ts'

/** The unit has asked for 15 January, and everybody has seen it. */
async function asked() {
  const office = await openOffice()
  await office.head.types('xin lùi hạn đến 15/1')
  await office.ha.receives()
  await office.mai.receives()
  const [request] = await office.db.select().from(requests)
  return { ...office, id: request!.id, assignmentId: office.unit.owes['Q4-b']! }
}

test('the date wished for is agreed with one tap; a colleague who presses after hears who and what', async () => {
  const { db, head, ha, mai, assignmentId, id } = await asked()
  await ha.presses('Đồng ý 15/01')
  await head.receives()
  expect(head.last()).toContain('đồng ý lùi hạn “Báo cáo tổng kết năm 2026” đến thứ Sáu, 15/01')
  await mai.pressesValue(`decision.decline:${id}:time`)
  expect(mai.last()).toContain('Đồng chí Trần Thu Hà đã đồng ý hạn mới 15/01')
  expect(await dueOf(db, assignmentId)).toMatchObject({ due_on: '2027-01-15' })
  expect(await decisionsOf(db)).toMatchObject([
    { decision: 'agreed', new_due_on: '2027-01-15', decided_by: 'Trần Thu Hà', open: false },
  ])
})

test('a deputy who asked hears it, and so does the head; another deputy does not', async () => {
  const { db, unit, head, ha, clock } = await openOffice()
  const [lan, thu] = [
    openChat(db, await addPerson(db, { unitIds: [unit.id], name: 'Lê Thị Lan', role: 'deputy' }), clock),
    openChat(db, await addPerson(db, { unitIds: [unit.id], name: 'Ngô Văn Thu', role: 'deputy' }), clock),
  ]
  await lan.types('xin lùi hạn đến 15/1')
  await ha.receives()
  await ha.presses('Đồng ý 15/01')
  expect(await Promise.all([head, lan, thu].map(async (chat) => (await chat.receives()).length))).toEqual([
    1, 1, 0,
  ])
})

test('two colleagues at the very same moment: one decision', async () => {
  const { db, ha, mai, id } = await asked()
  await Promise.all([
    ha.pressesValue(`decision.agree:${id}:2027-01-15`),
    mai.pressesValue(`decision.decline:${id}:time`),
  ])
  expect(await decisionsOf(db)).toHaveLength(1)
})

test('declined with a reason that is typed: the unit reads it, the date stays, and reminders go on', async () => {
  const { db, head, ha, assignmentId } = await asked()
  await ha.presses('Không lùi hạn')
  await ha.types('Thành phố đã chốt ngày nộp.')
  await head.receives()
  expect(head.last()).toContain('vì: Thành phố đã chốt ngày nộp. Hạn giữ nguyên thứ Năm, 31/12')
  expect(await dueOf(db, assignmentId)).toMatchObject({ due_on: '2026-12-31', put_off_until: '2026-12-17' })
})

test('"hủy" instead of a reason declines nothing; a ready one does with a tap', async () => {
  const { db, head, ha } = await asked()
  await ha.presses('Không lùi hạn')
  await ha.types('hủy')
  expect(await decisionsOf(db)).toMatchObject([{ decision: null, open: true }])
  await ha.types('duyệt')
  await ha.presses('Vướng mắc, lùi hạn: 1')
  await ha.presses('Không lùi hạn')
  await ha.presses('Phải tổng hợp báo cáo đúng kỳ')
  await head.receives()
  expect(head.last()).toContain('vì: Phải tổng hợp báo cáo đúng kỳ')
})

test('another day is typed, and one that cannot be is asked for again', async () => {
  const { db, ha, assignmentId } = await asked()
  await ha.presses('Hạn khác')
  await ha.presses('Ngày khác')
  await ha.types('1/12')
  expect(ha.last()).toContain('Ngày 01/12/2026 đã qua')
  await ha.types('ngày 20/1 nhé')
  expect(await dueOf(db, assignmentId)).toMatchObject({ due_on: '2027-01-20' })
})

test('passed to the leader, who agrees with one tap; the office sees it in its copy', async () => {
  const { db, head, ha, leader, assignmentId } = await asked()
  await leader.types('duyệt')
  expect(leader.last()).toContain('không có đề nghị nào')
  await ha.presses('Chuyển lãnh đạo')
  expect(ha.last()).toContain('Đã chuyển đồng chí Đỗ Văn Bình')
  await leader.receives()
  expect(
    leader.screen
      .at(-1)!
      .choices?.flat()
      .map(({ label }) => label),
  ).toEqual(['Đồng ý 15/01', 'Không đồng ý', 'Ghi nhận'])
  await leader.presses('Đồng ý 15/01')
  expect(await dueOf(db, assignmentId)).toMatchObject({ due_on: '2027-01-15' })
  await ha.receives()
  expect(ha.last()).toContain('Đồng chí Đỗ Văn Bình đã đồng ý hạn mới 15/01')
  await head.receives()
  expect(head.last()).toContain('đồng ý lùi hạn')
  expect((await decisionsOf(db)).map(({ decision }) => decision)).toEqual(['passed', 'agreed'])
})

test('of several leaders one is chosen, and only that one may decide, with one tap', async () => {
  const { db, head, ha, leader, clock, id } = await asked()
  const second = openChat(db, await addStaff(db, 'Phạm Thị Lan', 'leader'), clock)
  await ha.presses('Chuyển lãnh đạo')
  await ha.presses('Phạm Thị Lan')
  await leader.pressesValue(`decision.agree:${id}:2027-01-15`)
  expect(leader.last()).toContain('không chuyển đến đồng chí')
  await second.types('duyet')
  expect(second.last()).toContain('xin lùi hạn đến')
  await second.presses('Không đồng ý')
  await head.receives()
  expect(head.last()).toContain('vì: Lãnh đạo chưa đồng ý')
})

test('a leader can pass nothing on, nor see what was not passed to them', async () => {
  const { db, leader, id } = await asked()
  for (const act of ['show', 'leaders', 'pass', 'dates', 'other-day', 'reasons', 'note']) {
    await leader.pressesValue(`decision.${act}:${id}:${act === 'pass' ? '1' : ''}`)
    expect(leader.last()).toContain('không chuyển đến đồng chí')
  }
  expect(await decisionsOf(db)).toMatchObject([{ decision: null, open: true }])
})

test('heads decide nothing, not their own and not another’s, even if they sit in the office too', async () => {
  const { db, unit, head, otherHead, ha, people, id } = await asked()
  for (const chat of [head, otherHead]) {
    await chat.pressesValue(`decision.agree:${id}:2027-01-15`)
    expect(chat.last()).toContain('thuộc đơn vị khác')
    await chat.types('duyệt')
    expect(chat.last()).not.toContain('lùi hạn đến')
  }
  await db
    .insert(posts)
    .values({ personId: people.ha.id, unitId: unit.id, role: 'deputy', fromDay: date('2026-02-24') })
  await ha.presses('Đồng ý 15/01')
  expect(ha.last()).toContain('chính đơn vị đồng chí')
  await db.delete(posts).where(eq(posts.role, 'deputy'))
  await ha.pressesValue(`decision.agree:${id}:hôm nào cũng được`)
  expect(ha.last()).toContain('Lựa chọn này đã cũ')
  await ha.pressesValue('decision.agree:999:2027-01-15')
  expect(ha.last()).toContain('Không còn đề nghị này')
  expect(await decisionsOf(db)).toMatchObject([{ decision: null, open: true }])
})
