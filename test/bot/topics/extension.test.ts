/** A unit asks for a later date: by button or in words; reminders rest until the office has answered. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tasks as plan83 } from '../../domain/plan-83.ts'
import { decisionsOf, dueOf, openOffice } from './deciding.ts'

/** The titles of what plan 83 asks of units. */
const askedOfUnits = [
  ...new Set(plan83.filter(({ asksUnitHeads }) => asksUnitHeads).map(({ shortTitle }) => shortTitle)),
]

const TWO_TASKS = [
  { code: 'Q4-a', quarter: 4 as const, dueOn: '2026-12-31', shortTitle: 'Bình xét thi đua cuối năm' },
  { code: 'Q4-b', quarter: 4 as const, dueOn: '2026-12-31', shortTitle: 'Báo cáo tổng kết năm 2026' },
]

test('one tap on a date sends the wish, and another date replaces it', async () => {
  const { db, head, ha } = await openOffice()
  await head.types('xin lui han')
  expect(head.last()).toContain('đến ngày nào?')
  await head.presses('07/01')
  expect(head.last()).toContain('Đã gửi đề nghị lùi hạn “Báo cáo tổng kết năm 2026” đến thứ Năm, 07/01')
  await head.presses('Đổi ngày')
  await head.types('15/1')
  await ha.receives()
  expect(ha.last()).toContain('xin lùi hạn đến thứ Sáu, 15/01')
  expect(await decisionsOf(db)).toMatchObject([
    { kind: 'extension', wished_due_on: '2027-01-15', open: true },
  ])
})

test('plain words with a date are a wish and no report', async () => {
  const { db, unit, head } = await openOffice()
  await head.types('Lui den 15/1')
  expect(head.last()).toContain('Đã gửi đề nghị lùi hạn')
  expect(await dueOf(db, unit.owes['Q4-b']!)).toMatchObject({ status: 'silent' })
  await head.types('việc')
  await head.pressesValue(`pick:${unit.owes['Q4-b']}`)
  expect(head.last()).toContain('Đang chờ Phòng trả lời đề nghị lùi hạn đến 15/01 (gửi 17/12).')
})

test('of several tasks the one named is meant; else it is asked which', async () => {
  const { db, head } = await openOffice({ tasks: TWO_TASKS })
  await head.types('việc')
  await head.types('xin lùi hạn việc 2 đến 15/1')
  expect(head.last()).toContain('“Báo cáo tổng kết năm 2026” đến thứ Sáu, 15/01')
  await head.types('xin gia hạn 3 ngày')
  expect(head.last()).toContain('Đồng chí xin lùi hạn việc nào?')
  await head.types('1')
  expect(head.last()).toContain('“Bình xét thi đua cuối năm” đến thứ Hai, 04/01')
  expect(await decisionsOf(db)).toHaveLength(2)
})

test.each(askedOfUnits)(
  'a wish for “%s” by its first words is a wish, however much the title sounds like a deed',
  async (title) => {
    const [first, second] = [title, askedOfUnits.find((other) => other !== title)!]
    const tasks = [first, second].map((shortTitle, at) => ({ ...TWO_TASKS[at]!, shortTitle }))
    const { db, unit, head, goTo } = await openOffice({ tasks })
    // So early that the day named might as well be last winter’s, and the deed done by then.
    goTo('2026-10-05T02:00:00Z')
    await head.types(`xin lùi hạn ${title.split(' ').slice(0, 4).join(' ').toLowerCase()} đến 15/1`)
    expect(head.last()).toContain(`Đã gửi đề nghị lùi hạn “${title}” đến thứ Sáu, 15/01`)
    expect(await dueOf(db, unit.owes['Q4-a']!)).toMatchObject({ status: 'silent' })
  },
)

test('a wish that tells how things stand is recorded as both, and other words reach the office', async () => {
  const { db, unit, head } = await openOffice()
  await head.types('Xin gia hạn thêm 1 tuần vì cán bộ phụ trách đang nằm viện')
  expect(head.screen.map(({ text }) => text).join('\n')).toContain('Có vướng mắc')
  expect(head.last()).toContain('đến thứ Năm, 07/01')
  expect(await dueOf(db, unit.owes['Q4-b']!)).toMatchObject({ status: 'blocked' })
  await head.types('Đề nghị Phòng lùi hạn cho, trường đang có dịch phải nghỉ học')
  const [note] = await db.execute(sql`select text from summary.office_inbox`)
  expect(note?.text).toContain('trường đang có dịch')
  expect(head.last()).toContain('đến ngày nào?')
})

test.each([
  ['10/12', 'Ngày 10/12/2026 đã qua'],
  ['30/12', 'không sau hạn hiện nay (31/12)'],
  ['30/6', 'xa quá 60 ngày'],
  ['chưa biết', 'chưa đọc được ngày'],
])('“%s” is no good date: %s; the next one typed is taken', async (typed, sentence) => {
  const { db, head } = await openOffice()
  await head.types('xin lùi hạn')
  await head.types(typed)
  expect(head.last()).toContain(sentence)
  expect(await decisionsOf(db)).toEqual([])
  await head.types('15/1')
  expect(head.last()).toContain('Đã gửi đề nghị')
})

test('"hủy" leaves it, and a report in between is a report', async () => {
  const { db, unit, head } = await openOffice()
  await head.types('xin lùi hạn')
  await head.types('huy')
  expect(head.last()).toContain('Đã dừng')
  await head.types('xin lùi hạn')
  await head.types('đã xong rồi')
  expect(await dueOf(db, unit.owes['Q4-b']!)).toMatchObject({ status: 'done' })
  expect(await decisionsOf(db)).toEqual([])
  await head.pressesValue(`extend.wish:${unit.owes['Q4-b']}:2027-01-15`)
  expect(head.last()).toContain('không cần lùi hạn')
})

test('an overdue task shows the way, and nobody asks for another unit', async () => {
  const { db, unit, head, otherHead, ha, goTo } = await openOffice()
  goTo('2027-01-05T02:00:00Z')
  await head.pressesValue(`pick:${unit.owes['Q4-b']}`)
  await head.presses('Xin lùi hạn')
  expect(head.last()).toContain('đến ngày nào?')
  const forged = `extend.wish:${unit.owes['Q4-b']}:2027-01-15`
  await otherHead.pressesValue(forged)
  expect(otherHead.last()).toContain('thuộc đơn vị khác')
  await ha.pressesValue(forged)
  expect(ha.last()).toContain('thuộc đơn vị khác')
  await head.pressesValue(`extend.wish:${unit.owes['Q4-b']}:2027-13-45`)
  expect(head.last()).toContain('Lựa chọn này đã cũ')
  expect(await decisionsOf(db)).toEqual([])
})
