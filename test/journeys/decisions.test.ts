/** What units ask for and how it is decided: on the screens of all concerned, and in the reminders that follow. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { test } from './everywhere.ts'
import type { Phone } from './phones/phone.ts'

const decisions = (db: Db) =>
  db.execute(sql`select kind, difficulty, note, wished_due_on::text, passed_to, decision, new_due_on::text,
    decided_by, closed_at is not null as closed from summary.decisions where unit_code = 'MN01'`)

/** When and why the unit was urged about its yearly report. */
const urged = async (db: Db) => {
  const rows = await db.execute<{ why: string }>(sql`
    select m.on_day || ' ' || m.why as why from reminders m
    join summary.status s using (assignment_id)
    where s.unit_code = 'MN01' and s.task_code = 'Q4-b' order by m.on_day`)
  return rows.map(({ why }) => why)
}

/** Only the yearly report is left to be urged. */
async function reportsTheRest(head: Phone): Promise<void> {
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  head.types('việc 2, 3, 4, 5 xong rồi')
  await head.waitFor('Đã ghi nhận:')
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
}

test('a difficulty goes by the office to the leader, whose one tap sets the date the reminders follow', async ({
  open,
}) => {
  const world = await open('2026-12-17 07:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  const head = await world.joined('MN01', 'Giang')
  await reportsTheRest(head)
  await head.answers('Có vướng mắc')
  await head.waitFor('thuộc loại nào')
  await head.answers('Kinh phí')
  await head.waitFor('nêu ngắn gọn')
  head.types('Chưa có kinh phí in báo cáo')
  await head.waitFor('tạm dừng nhắc việc này')
  const card = await office.waitFor('báo có vướng mắc')
  expect(card.text).toContain('Loại vướng mắc: Kinh phí.')
  expect(card.text).toContain('“Chưa có kinh phí in báo cáo”')
  await office.answers('Chuyển lãnh đạo', card)
  await office.waitFor('Đã chuyển đồng chí Bùi Tuấn Mạnh')
  const passed = await leader.waitFor('báo có vướng mắc')
  await leader.answers('Đồng ý 07/01', passed)
  await leader.waitFor('Đồng chí Bùi Tuấn Mạnh đã đồng ý hạn mới 07/01')
  await office.waitFor('Đồng chí Bùi Tuấn Mạnh đã đồng ý hạn mới 07/01')
  await head.waitFor('đến thứ Năm, 07/01')
  expect((await decisions(world.db)).at(-1)).toEqual({
    kind: 'difficulty',
    difficulty: 'money',
    note: 'Chưa có kinh phí in báo cáo',
    wished_due_on: null,
    passed_to: 'Bùi Tuấn Mạnh',
    decision: 'agreed',
    new_due_on: '2027-01-07',
    decided_by: 'Bùi Tuấn Mạnh',
    closed: true,
  })

  // The day after the old date is three days before the new one.
  await world.goTo('2027-01-04 08:00')
  const urging = await head.waitFor('Còn 3 ngày')
  expect(urging.text).not.toContain('quá hạn')
  expect(await urged(world.db)).toEqual(['2027-01-04 T-14,T-7,T-3'])
})

test('a later date asked for in plain words without tone marks is agreed to, and the old date urges nobody', async ({
  open,
}) => {
  const world = await open('2026-12-17 07:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  await reportsTheRest(head)
  head.types('bao cao tong ket nam cho truong xin lui han den 15/1 a')
  await head.waitFor(
    'Đã gửi đề nghị lùi hạn “Báo cáo tổng kết năm 2026, phương hướng 2027” đến thứ Sáu, 15/01',
  )
  const card = await office.waitFor('xin lùi hạn đến thứ Sáu, 15/01')
  await office.answers('Đồng ý 15/01', card)
  await head.waitFor('đồng ý lùi hạn “Báo cáo tổng kết năm 2026, phương hướng 2027” đến thứ Sáu, 15/01')
  head.types('việc')
  await head.waitFor('hạn 15/01')

  for (const day of ['2026-12-31', '2027-01-04', '2027-01-08']) await world.goTo(`${day} 08:00`)
  await world.goTo('2027-01-12 08:00')
  await head.waitFor('òn 3 ngày')
  expect(await urged(world.db)).toEqual(['2026-12-31 T-14', '2027-01-08 T-7', '2027-01-12 T-3'])
  expect(await head.screen()).not.toContain('quá hạn')
})

test('two colleagues press at the same moment: one decision, and both read whose it was', async ({
  open,
}) => {
  const world = await open('2026-12-17 07:00')
  const ha = await world.joinedStaff('Trần Thu Hà', 'office')
  const mai = await world.joinedStaff('Lê Thị Mai', 'office')
  const head = await world.joined('MN01', 'Giang')
  head.types('báo cáo năm xin lùi hạn đến 15/1')
  const [hers, others] = await Promise.all([ha.waitFor('xin lùi hạn'), mai.waitFor('xin lùi hạn')])
  await Promise.all([ha.answers('Đồng ý 15/01', hers), mai.answers('Ghi nhận', others)])
  const outcome = /Đồng chí (Trần Thu Hà đã đồng ý hạn mới|Lê Thị Mai đã ghi nhận)/
  const read = await Promise.all([ha, mai].map((person) => person.waitFor(outcome)))
  expect(new Set(read.map(({ text }) => outcome.exec(text)?.[1])).size).toBe(1)
  expect(await decisions(world.db)).toHaveLength(1)
  const heard = await world.db.execute(sql`select from outbox where key like 'decision:%'`)
  expect(heard).toHaveLength(1)
})
