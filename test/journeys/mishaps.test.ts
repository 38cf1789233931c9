/** What goes wrong in the chats of any platform: updates that come twice, a poison message, and people who block the bot. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { test } from './everywhere.ts'

const MORNING = '2026-12-10 08:00'
const UNITS = ['MN01', 'MN02']

test('an update that the platform brings again has no second effect', async ({ open }) => {
  const world = await open(MORNING, UNITS)
  const head = await world.joined('MN01', 'Giang')
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  head.types('việc 2 xong rồi')
  await head.waitFor(/ghi nhận/i)
  await world.bringsAgain()
  head.types('trợ giúp')
  await head.waitFor('Đồng chí có thể gõ')
  const [row] = await world.db.execute(sql`
    select (select count(*) from reports)::int as reports, (select count(*) from outbox
      where message->>'text' ~* 'ghi nhận')::int as answers`)
  expect(row).toEqual({ reports: 1, answers: 1 })
})

test('a poison message is given up, noted for the office and told, and stops neither its sender nor anybody else', async ({
  open,
}) => {
  const world = await open(MORNING, UNITS)
  const head = await world.joined('MN01', 'Giang')
  const other = await world.joined('MN02', 'Lan')
  // A constraint that this one text breaks stands for whatever may one day be wrong with one message.
  await world.db.execute(
    sql`alter table notes add constraint poison check (reason <> 'unplaced' or text <> 'độc')`,
  )
  head.types('độc')
  other.types('trợ giúp')
  await other.waitFor('Đồng chí có thể gõ')
  await head.waitFor('hệ thống chưa xử lý được')
  head.types('trợ giúp')
  await head.waitFor('Đồng chí có thể gõ')
  const notes = await world.db.execute(sql`select reason, unit_code from summary.office_inbox`)
  expect(notes.map((note) => note.reason)).toEqual(['failed'])
})

test('somebody who blocks the bot is seen as unreachable, and is reached again once they are back', async ({
  open,
}) => {
  const world = await open(MORNING, UNITS)
  const head = await world.joined('MN01', 'Giang')
  await head.blocks()
  await world.goTo('2026-12-17 08:00')
  const reminder = async () => {
    const [row] = await world.db.execute(sql`
      select state, reachability from summary.deliveries where kind = 'reminder' and unit_code = 'MN01'
      order by delivery_id limit 1`)
    return row
  }
  await expect.poll(reminder).toMatchObject({ state: 'failed', reachability: 'unreachable' })
  await head.unblocks()
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  const reached = async () => (await world.db.execute(sql`select state from contacts`))[0]?.state
  expect(await reached()).toBe('reachable')
  await world.goTo('2026-12-24 08:00')
  await head.waitFor('còn 7 ngày')
})
