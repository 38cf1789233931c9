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
  await expect.poll(() => reminder(db)).toMatchObject({ attempts: expect.any(Number) })
  await expect.poll(() => zalo.calls('sendMessage').at(-1)?.parameters).toMatchObject({ text: /Còn 14 ngày/ })
  expect(head.screen()).not.toContain('Còn 14 ngày')
  head.types('1')
  await expect.poll(() => reports(db)).toHaveLength(1)
  expect(await reports(db)).toEqual([expect.stringMatching(/^(?!Q4-b).* done$/)])
})

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
}, 20_000)

test('what stays unknown for good is shown again, and then a number answers it', async () => {
  const { db, zalo, goTo, head } = await askedOfAnother()
  zalo.inject(resetAfter, { method: 'sendMessage', times: 2 })
  await goTo(REMINDED)
  await expect.poll(() => reminder(db), { timeout: 10_000 }).toMatchObject({ state: 'unknown' })
  head.types('1')
  await head.waitFor('Chưa ghi nhận “1”')
  await head.waitFor('Còn 14 ngày')
  head.types('1')
  await head.waitFor(/“Báo cáo tổng kết.*đến nay thế nào/)
  expect(await reports(db)).toEqual([])
}, 20_000)
