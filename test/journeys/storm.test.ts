/** A storm: the office lets the reminders rest, and says whether due dates move. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { remind } from '../../jobs/reminders/remind.ts'
import { test } from './everywhere.ts'

const dueOn = async (db: Db, unit: string) => {
  const [row] = await db.execute<{ due: string }>(sql`
    select due_on::text as due from summary.status where unit_code = ${unit} and task_code = 'Q4-b'`)
  return row?.due
}

const remindedOn = async (db: Db) => {
  const rows = await db.execute<{ day: string }>(sql`
    select distinct on_day::text as day from reminders where outbox_id is not null order by day`)
  return rows.map(({ day }) => day)
}

/** The messages that were to open the quarter for a unit, each with what became of it. */
const openingsOf = async (db: Db, unit: string) => {
  const rows = await db.execute<{ day: string; state: string }>(sql`
    select distinct m.on_day::text as day, o.state from reminders m join outbox o on o.id = m.outbox_id
      join units u on u.id = o.unit_id
    where u.code = ${unit} and m.why like 'opening%' order by day`)
  return rows.map(({ day, state }) => `${day} ${state}`)
}

test('a storm: nobody is reminded in it, and due dates move only because the office says so', async ({
  open,
}) => {
  const world = await open('2026-12-10 08:00', ['MN01', 'CB03'])
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  await world.goTo('2026-12-17 08:00')
  office.types('hoan vi bao')
  await office.waitFor('Sẽ nhắc lại từ ngày nào')
  office.types('30/12')
  await office.waitFor('cho đơn vị nào')
  await office.answers('Tất cả đơn vị')
  await office.waitFor('Không có việc nào đến hạn')
  await office.answers('Hoãn và báo đơn vị')
  await head.waitFor('tạm hoãn nhắc việc vì bão, sẽ nhắc lại từ thứ Tư, 30/12. Hạn các việc giữ nguyên')
  for (const day of ['2026-12-24', '2026-12-28', '2026-12-29']) await world.goTo(`${day} 08:00`)
  expect(await remindedOn(db)).toEqual(['2026-12-17'])
  await world.goTo('2026-12-30 08:00')
  await head.waitFor('Đến hạn ngày mai')
  expect(await remindedOn(db)).toEqual(['2026-12-17', '2026-12-30'])
  expect(await dueOn(db, 'MN01')).toBe('2026-12-31')

  office.types('hoãn vì bão số 9')
  await office.waitFor('Sẽ nhắc lại từ ngày nào')
  office.types('5/1')
  await office.waitFor('cho đơn vị nào')
  office.types('hoa phuong')
  await office.waitFor('Đã chọn 1 đơn vị')
  await office.answers('Đủ rồi')
  await office.waitFor('giữ nguyên hạn hay dời')
  office.types('15/1')
  await office.waitFor('dời đến thứ Sáu, 15/01')
  await office.answers('Hoãn và báo đơn vị')
  await head.waitFor('được dời đến thứ Sáu, 15/01')
  expect(await dueOn(db, 'MN01')).toBe('2027-01-15')
  expect(await dueOn(db, 'CB03')).toBe('2026-12-31')
})

test('a storm on the morning on which a quarter opens: the opening that waits does not leave, and comes after it', async ({
  open,
}) => {
  const world = await open('2026-09-30 15:00', ['MN01', 'CB03'])
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  await world.goTo('2026-10-01 06:30')
  await remind(db, { dryRun: false, now: false, dropOld: false }, () => new Date('2026-09-30T23:30:00Z'))
  office.types('hoan vi bao')
  await office.waitFor('Sẽ nhắc lại từ ngày nào')
  office.types('5/10')
  await office.waitFor('cho đơn vị nào')
  await office.answers('Tất cả đơn vị')
  await office.waitFor('Không có việc nào đến hạn')
  await office.answers('Hoãn và báo đơn vị')
  await head.waitFor('sẽ nhắc lại từ thứ Hai, 05/10')
  await world.goTo('2026-10-01 08:00')
  await expect.poll(() => openingsOf(db, 'MN01'), { timeout: 20_000 }).toEqual(['2026-10-01 cancelled'])
  await world.goTo('2026-10-02 08:00')
  office.types('nhắc')
  await office.waitFor('Lần nhắc tiếp theo: thứ Hai, 05/10')
  for (const day of ['2026-10-05', '2026-10-06']) await world.goTo(`${day} 08:00`)
  await head.waitFor('Quý IV năm 2026')
  await expect.poll(() => openingsOf(db, 'MN01')).toEqual(['2026-10-01 cancelled', '2026-10-05 sent'])
})
