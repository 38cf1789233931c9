/** A difficulty reaches the office and is decided with one tap; the unit hears it and its task shows it. */
import { asc, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { outbox } from '../../../db/schema/index.ts'
import { decisionsOf, dueOf, openOffice } from './deciding.ts'

test('the office hears the unit, the task, the kind, the words, who and the phone, in one message that changes', async () => {
  const { head, ha, mai } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await ha.receives()
  expect(ha.last()).toContain('Trường Tiểu học số 1 báo có vướng mắc: “Báo cáo tổng kết năm 2026”')
  await head.presses('Kinh phí')
  await head.types('chưa được cấp kinh phí in ấn')
  await ha.receives()
  await mai.receives()
  for (const chat of [ha, mai]) {
    expect(chat.screen).toHaveLength(1)
    expect(chat.last()).toContain('hạn thứ Năm, 31/12')
    expect(chat.last()).toContain('Loại vướng mắc: Kinh phí.')
    expect(chat.last()).toContain('“chưa được cấp kinh phí in ấn”')
    expect(chat.last()).toContain('Nguyễn Thị Hương Giang, 0912 345 678')
  }
})

test('whoever gives neither kind nor words is told to the office after a minute and a half', async () => {
  const { db, head, clock } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  const told = () => db.select().from(outbox).where(like(outbox.key, 'request:%')).orderBy(asc(outbox.id))
  expect((await told()).map(({ notBefore }) => notBefore.getTime() - clock().getTime())).toEqual([
    90_000, 90_000,
  ])
  await head.presses('Nhân sự')
  expect((await told()).map(({ message }) => message.text.includes('Nhân sự'))).toEqual([true, true])
})

test('once the kind and the words are there, the office waits no longer for them', async () => {
  const { db, head, clock } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await head.presses('Kinh phí')
  await head.types('chưa được cấp kinh phí in ấn')
  const told = await db.select().from(outbox).where(like(outbox.key, 'request:%'))
  expect(told.map(({ notBefore }) => notBefore)).toEqual([clock(), clock()])
})

test('a difficulty told in free words reaches the office at once', async () => {
  const { db, head, clock } = await openOffice()
  await head.types('Chưa làm được vì chưa có kinh phí')
  const told = await db.select().from(outbox).where(like(outbox.key, 'request:%'))
  expect(told.map(({ notBefore }) => notBefore.getTime())).toEqual([clock().getTime(), clock().getTime()])
})

test('a new date is agreed: the unit and the head’s view of the task say so, and the due date moves', async () => {
  const { db, unit, head, ha, mai, goTo } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await ha.receives()
  await mai.receives()
  goTo('2026-12-24T02:00:00Z')
  await ha.presses('Đồng ý hạn mới')
  expect(
    ha.screen
      .at(-1)!
      .choices?.flat()
      .map(({ label }) => label),
  ).toEqual(['Đồng ý 04/01', 'Đồng ý 07/01', 'Đồng ý 14/01', 'Ngày khác', '‹ Quay lại'])
  await ha.types('2')
  expect(ha.last()).toContain('Đồng chí Trần Thu Hà đã đồng ý hạn mới 07/01')
  await head.receives()
  expect(head.last()).toContain('đồng ý lùi hạn “Báo cáo tổng kết năm 2026” đến thứ Năm, 07/01')
  await mai.receives()
  expect(mai.last()).toContain('Đồng chí Trần Thu Hà đã đồng ý hạn mới 07/01')
  expect(await dueOf(db, unit.owes['Q4-b']!)).toMatchObject({ due_on: '2027-01-07', put_off_until: null })
  await head.types('việc')
  await head.pressesValue(`pick:${unit.owes['Q4-b']}`)
  expect(head.last()).toContain('Phòng đồng ý lùi hạn đến 07/01 (24/12).')
})

test('taken note of: the unit hears it and nothing moves', async () => {
  const { db, unit, head, ha } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await ha.receives()
  const before = await dueOf(db, unit.owes['Q4-b']!)
  await ha.presses('Ghi nhận')
  await head.receives()
  expect(head.last()).toContain('đã xem và ghi nhận')
  expect(await dueOf(db, unit.owes['Q4-b']!)).toEqual(before)
  const [audited] = await db.execute('select done_by, action, facts from summary.audit')
  expect(audited).toMatchObject({ done_by: 'Trần Thu Hà', action: 'request.noted', facts: { task: 'Q4-b' } })
})

test('a report of "done" settles it, and whoever decides after that hears so', async () => {
  const { db, head, ha } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await ha.receives()
  await head.presses('Bỏ qua')
  await head.types('đã xong rồi')
  await ha.presses('Ghi nhận')
  expect(ha.last()).toContain('đã báo xong “Báo cáo tổng kết năm 2026”')
  expect(await decisionsOf(db)).toMatchObject([{ decision: 'superseded', decided_by: null, open: false }])
})

test('words about the difficulty that ask for a date are a wish as well', async () => {
  const { db, head, ha } = await openOffice()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await head.presses('Nhân sự')
  await head.types('cán bộ ốm, xin lùi hạn đến 15/1')
  expect(head.last()).toContain('Đã gửi đề nghị lùi hạn')
  await ha.receives()
  expect(ha.screen).toHaveLength(1)
  expect(ha.last()).toContain('xin lùi hạn đến thứ Sáu, 15/01')
  expect(ha.last()).toContain('“cán bộ ốm, xin lùi hạn đến 15/1”')
  expect(await decisionsOf(db)).toMatchObject([
    { kind: 'extension', wished_due_on: '2027-01-15', open: true },
  ])
})
