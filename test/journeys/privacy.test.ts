/** The colleague and the one who must see nothing: what they try, and what they get. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { test } from './everywhere.ts'
import { valuesSent } from './trying.ts'

const MORNING = '2026-12-10 08:00'
const REMINDED = '2026-12-17 08:00'
const UNITS = ['MN01', 'MN02']

/** For which units anything was reported. */
const reportedFor = async (db: Db) =>
  (await db.execute(sql`select distinct unit_code from summary.reports order by unit_code`)).map(
    (row) => row.unit_code,
  )

test('a stranger learns nothing, whatever they write, press or number', async ({ open }) => {
  const world = await open(MORNING, UNITS)
  const head = await world.joined('MN01', 'Giang')
  await world.goTo(REMINDED)
  await head.waitFor('Còn 14 ngày')
  const stranger = await world.newcomer('Người lạ')
  for (const words of ['việc', 'MN01', 'xong rồi', 'danh sách đơn vị', 'dữ liệu của tôi', '000000']) {
    stranger.types(words)
    await stranger.waitFor(/./)
  }
  const [value = ''] = await valuesSent(world.db)
  expect(value).toMatch(/^report:/)
  await stranger.forges(value)
  await stranger.waitForQuiet(1_100)
  expect(await stranger.screen()).not.toMatch(/Hoa Phượng|Hương Giang|Báo cáo tổng kết|MN0\d:/)
  expect(await reportedFor(world.db)).toEqual([])
})

test("another unit's head cannot answer for a unit, not even with its own button", async ({
  open,
  buttons,
}) => {
  const world = await open(MORNING, UNITS)
  const giang = await world.joined('MN01', 'Giang')
  await world.goTo(REMINDED)
  await giang.waitFor('Còn 14 ngày')
  const [hers = ''] = await valuesSent(world.db)
  const lan = await world.joined('MN02', 'Lan')
  await lan.forges(hers)
  // A number means what this chat was last sent with numbers, and nothing that stood in another.
  await lan.waitFor(buttons ? 'thuộc đơn vị khác' : /./)
  await lan.waitForQuiet(1_100)
  expect(await reportedFor(world.db)).not.toContain('MN01')
})

test('the head who left is a stranger, and the history stays with the unit', async ({ open }) => {
  const world = await open(MORNING, UNITS)
  const old = await world.joined('MN01', 'Giang')
  old.types('việc')
  await old.waitFor('Các việc của đơn vị')
  await old.answers('1. Đã xong')
  await old.waitFor(/ghi nhận/)
  await world.db.execute(sql`
    update posts set to_day = '2026-12-10' where unit_id = (select id from units where code = 'MN01')`)
  old.types('việc')
  await old.waitFor('Kính chào')
  const [row] = await world.db.execute(sql`
    select status, reported_by from summary.status where unit_code = 'MN01' and task_code = 'Q4-b'`)
  expect(row).toEqual({ status: 'done', reported_by: 'Nguyễn Thị Hương Giang' })
})

test('the log names no person, no phone, no text and no token', async ({ open }) => {
  const world = await open(MORNING, UNITS)
  const head = await world.joined('MN01', 'Giang')
  head.types('bí mật của chúng tôi 0912345678')
  await head.waitFor('cán bộ đọc')
  expect(world.logged.join('\n')).not.toMatch(/bí mật|0912345678|Hương Giang|:journeys|opens-nothing/)
})
