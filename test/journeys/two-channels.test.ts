/** One person, two chats: what goes where, what happens when one fails, and a conversation that goes on in the other. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { channelCommand } from '../../office/commands/channel.ts'
import { openZaloWorld } from './zalo-world.ts'

const MORNING = '2026-12-10 08:00'
const REMINDED = '2026-12-17 08:00'

/** Each message to the unit's head that was not an answer: by which platform, and what became of it. */
const deliveries = async (db: Db, unit = 'MN01') => {
  const rows = await db.execute(sql`
    select channel, state, failure, instead_of is not null as again from summary.deliveries
    where unit_code = ${unit} and kind = 'reminder' order by delivery_id`)
  return rows.map(
    ({ channel, state, failure, again }) => `${channel} ${failure ?? state}${again ? ' (again)' : ''}`,
  )
}

const reports = async (db: Db) => {
  const rows = await db.execute(sql`
    select task_code, status, reported_via from summary.reports order by report_id`)
  return rows.map(({ task_code, status, reported_via }) => `${task_code} ${status} ${reported_via}`)
}

const chooses = (db: Db, channel: string, unit?: string) =>
  channelCommand(db, {
    channel,
    unit,
    reset: false,
    now: new Date(),
    today: Temporal.PlainDate.from('2026-12-10'),
  })

test('reminders go where the head joined last, until the office chooses otherwise', async () => {
  const world = await openZaloWorld(MORNING)
  const { telegram, zalo } = await world.joinedBoth('MN01', 'Giang')
  await world.goTo(REMINDED)
  await zalo.waitFor('Còn 14 ngày')
  await chooses(world.db, 'telegram', 'MN01')
  await world.goTo('2026-12-24 08:00')
  await telegram.waitFor('còn 7 ngày')
  await expect.poll(() => deliveries(world.db)).toEqual(['zalo sent', 'telegram sent'])
})

test('when the head has blocked one bot, the other brings the reminder, and the ledger shows the way', async () => {
  const world = await openZaloWorld(MORNING)
  const { telegram, zalo } = await world.joinedBoth('MN01', 'Giang')
  zalo.blocks()
  await world.goTo(REMINDED)
  await telegram.waitFor('Còn 14 ngày')
  await expect
    .poll(() => deliveries(world.db))
    .toEqual([expect.stringMatching(/^zalo (blocked|unreachable)$/), 'telegram sent (again)'])
})

test('what stays unanswered for a day comes by the other once; an answer there settles it for both', async () => {
  const world = await openZaloWorld(MORNING)
  const { telegram, zalo } = await world.joinedBoth('MN01', 'Giang')
  await world.goTo(REMINDED)
  await zalo.waitFor('Còn 14 ngày')
  // On the ledger too, before the clock jumps: it is from there that a day is counted.
  await expect.poll(() => deliveries(world.db)).toEqual(['zalo sent'])
  await world.goTo('2026-12-18 08:30')
  const again = await telegram.waitFor('òn 13 ngày')
  await expect.poll(() => deliveries(world.db)).toEqual(['zalo sent', 'telegram sent (again)'])
  await telegram.answeredTap('1. Đã xong', again)
  await telegram.waitFor('Vừa ghi nhận')
  zalo.types('việc')
  const list = await zalo.waitFor('Các việc của đơn vị')
  expect(list.text).not.toContain('Báo cáo tổng kết năm 2026')
  await world.goTo('2026-12-24 08:00')
  expect(await reports(world.db)).toEqual(['Q4-b done telegram'])
})

test('a task answered on Zalo: its question on Telegram says what stands recorded', async () => {
  const world = await openZaloWorld(MORNING)
  const { telegram, zalo } = await world.joinedBoth('MN01', 'Giang')
  await world.goTo(REMINDED)
  await zalo.waitFor('Còn 14 ngày')
  zalo.types('1')
  await zalo.waitFor('đến nay thế nào')
  zalo.types('2')
  await zalo.waitFor('đang làm')
  telegram.types('việc')
  await telegram.waitFor('Các việc của đơn vị')
  telegram.types('1')
  const question = await telegram.waitFor('đến nay thế nào')
  expect(question.text).toContain('Tình trạng hiện nay: Đang làm')
  expect(await reports(world.db)).toEqual(['Q4-b in_progress zalo'])
})

test('a proposal begun on Telegram goes on from Zalo, by a typed number', async () => {
  const world = await openZaloWorld(MORNING)
  const { telegram, zalo } = await world.joinedBoth('MN01', 'Giang')
  telegram.types('giới thiệu')
  await telegram.waitFor('giới thiệu ai')
  zalo.types('1')
  await zalo.waitFor('Họ và tên')
  telegram.types('Nguyễn Văn An')
  await telegram.waitFor(() => true)
  const [draft] = await world.db.execute(sql`select kind, name from exemplars`)
  expect(draft).toEqual({ kind: 'person', name: 'Nguyễn Văn An' })
})

test('on Zalo a number, words with tone marks and words without are the same answer', async () => {
  const world = await openZaloWorld(MORNING)
  const head = await world.joinedZalo('MN01', 'Giang')
  for (const [task, answer] of [
    ['1', '2'],
    ['2', 'đang làm'],
    ['3', 'dang lam'],
  ] as const) {
    head.types('viec')
    await head.waitFor('Các việc của đơn vị')
    head.types(task)
    await head.waitFor('đến nay thế nào')
    head.types(answer)
    await head.waitFor('đang làm')
  }
  const given = await reports(world.db)
  expect(given).toHaveLength(3)
  expect(new Set(given.map((report) => report.replace(/^\S+ /, '')))).toEqual(new Set(['in_progress zalo']))
})

test('a stray "1" after something else was asked is recorded for no task', async () => {
  const world = await openZaloWorld(MORNING)
  const head = await world.joinedZalo('MN01', 'Giang')
  head.types('viec')
  await head.waitFor('Các việc của đơn vị')
  head.types('1')
  await head.waitFor('đến nay thế nào')
  head.types('gioi thieu')
  await head.waitFor('Cá nhân')
  head.types('1')
  await head.waitFor('Họ và tên')
  head.types('hủy')
  await head.waitFor(' ')
  head.types('1')
  await head.waitFor(' ')
  expect(await reports(world.db)).toEqual([])
})

test('a reminder that comes in between is what a number then answers, and its own task alone', async () => {
  const world = await openZaloWorld(MORNING)
  const head = await world.joinedZalo('MN01', 'Giang')
  head.types('viec')
  await head.waitFor('Các việc của đơn vị')
  head.types('2')
  const asked = await head.waitFor('đến nay thế nào')
  await world.goTo(REMINDED)
  await head.waitFor('Còn 14 ngày')
  head.types('1')
  const now = await head.waitFor(' ')
  expect(now.text).not.toBe(asked.text)
  expect(await reports(world.db)).toEqual([])
})
