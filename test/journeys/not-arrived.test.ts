/** A number typed on Zalo while a new message is late: it answers what the phone shows, or it is asked back. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { resetAfter, tooOften } from '../zalo-server/faults.ts'
import { openZaloWorld } from './zalo-world.ts'

const MORNING = '2026-12-10 08:00'
const REMINDED = '2026-12-17 08:00'

const reports = async (db: Db) => {
  const rows = await db.execute(sql`select task_code, status from summary.reports order by report_id`)
  return rows.map(({ task_code, status }) => `${task_code} ${status}`)
}
const reminder = async (db: Db) =>
  (
    await db.execute(
      sql`select state, attempts, repeated from outbox where kind = 'reminder' and contact_id is not null`,
    )
  )[0]

/** A machine with much else to do takes its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

/** A head whose screen ends with the question about another task than the reminder's. */
async function askedOfAnother() {
  const world = await openZaloWorld(MORNING, ['MN01'])
  const head = await world.joinedZalo('MN01', 'Giang')
  head.types('viec')
  await head.waitFor('Các việc của đơn vị')
  head.types('2')
  await head.waitFor('đến nay thế nào')
  return { ...world, head }
}

test('while Zalo takes no message, "1" answers the question that the phone shows', async () => {
  const { db, zalo, goTo, head } = await askedOfAnother()
  zalo.inject(tooOften, { method: 'sendMessage' })
  await goTo(REMINDED)
  await eventually(() => zalo.calls('sendMessage').at(-1)?.parameters.text).toContain('Còn 14 ngày')
  expect(head.screen()).not.toContain('Còn 14 ngày')
  head.types('1')
  await eventually(() => reports(db)).toHaveLength(1)
  expect(await reports(db)).toEqual([expect.stringMatching(/^(?!Q4-b).* done$/)])
}, 40_000)

test('who types "1" again because no answer came has not answered what comes next', async () => {
  const world = await openZaloWorld(MORNING, ['MN01'])
  const head = await world.joinedZalo('MN01', 'Giang')
  head.types('viec')
  await head.waitFor('Các việc của đơn vị')
  world.zalo.inject(tooOften, { method: 'sendMessage' })
  head.types('1')
  await eventually(() => world.zalo.calls('sendMessage').at(-1)?.parameters.text).toContain('đến nay thế nào')
  head.types('1')
  const asksBack = sql`select from outbox where message ->> 'text' like 'Chưa ghi nhận%'`
  await eventually(async () => (await world.db.execute(asksBack)).length).toBe(1)
  expect(await reports(world.db)).toEqual([])
}, 40_000)

test('when nobody knows whether it arrived, "1" is recorded for neither and asked back', async () => {
  const { db, zalo, goTo, head } = await askedOfAnother()
  zalo.inject(resetAfter, { method: 'sendMessage' })
  await goTo(REMINDED)
  await head.waitFor('Còn 14 ngày')
  head.types('1')
  await head.waitFor('Chưa ghi nhận “1”')
  await head.waitFor('Còn 14 ngày', 8_000)
  expect(await reports(db)).toEqual([])
  head.types('1')
  await head.waitFor(/“Báo cáo tổng kết.*đến nay thế nào/)
  expect(await reports(db)).toEqual([])
}, 40_000)

test('what stays unknown for good is shown again, and then a number answers it', async () => {
  const { db, zalo, goTo, head } = await askedOfAnother()
  zalo.inject(resetAfter, { method: 'sendMessage', times: 2 })
  await goTo(REMINDED)
  await eventually(() => reminder(db)).toMatchObject({ state: 'unknown' })
  head.types('1')
  await head.waitFor('Chưa ghi nhận “1”')
  await head.waitFor('Còn 14 ngày')
  head.types('1')
  await head.waitFor(/“Báo cáo tổng kết.*đến nay thế nào/)
  expect(await reports(db)).toEqual([])
}, 40_000)
