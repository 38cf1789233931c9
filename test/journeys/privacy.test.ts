/** The colleague and the one who must see nothing: what they try, and what they get. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openWorld } from './world.ts'

test('a stranger learns nothing, whatever they write, press or replay', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const head = await world.joined('MN01', 'Giang')
  await world.goTo('2026-12-17 08:00')
  const reminder = await head.waitFor('Còn 14 ngày')
  const stranger = world.telegram.person({ firstName: 'Người lạ' })
  stranger.pressesStart()
  await stranger.waitFor('Kính chào')
  for (const words of [
    'việc',
    'MN01',
    'xong rồi',
    'danh sách đơn vị',
    '/viec',
    'dữ liệu của tôi',
    '000000',
  ]) {
    stranger.types(words)
    await stranger.waitFor(() => true)
  }
  const ids = reminder.reply_markup as { inline_keyboard: { callback_data: string }[][] }
  const value = ids.inline_keyboard[0]?.[0]?.callback_data ?? ''
  const chat = { id: stranger.id, type: 'private' as const, first_name: 'Người lạ' }
  world.telegram.push({
    callback_query: {
      id: '1',
      from: { id: stranger.id, is_bot: false, first_name: 'Người lạ' },
      chat_instance: '1',
      message: { message_id: 1, date: 0, chat },
      data: value,
    },
  } as never)
  await stranger.waitForQuiet(300)
  const answers = stranger
    .screen()
    .split('\n')
    .filter((line) => !line.startsWith('Người lạ'))
  expect(answers.join('\n')).not.toMatch(/Hoa Phượng|Hương Giang|Báo cáo tổng kết|MN0/)
  const [row] = await world.db.execute(sql`select count(*)::int as n from reports`)
  expect(row).toEqual({ n: 0 })
})

test("another unit's head cannot answer for a unit, not even with its own button", async () => {
  const world = await openWorld('2026-12-10 08:00')
  const giang = await world.joined('MN01', 'Giang')
  const lan = await world.joined('MN02', 'Lan')
  await world.goTo('2026-12-17 08:00')
  const hers = await giang.waitFor('Còn 14 ngày')
  await lan.waitFor('Còn 14 ngày')
  const markup = hers.reply_markup as { inline_keyboard: { callback_data: string }[][] }
  const value = markup.inline_keyboard[0]?.[0]?.callback_data ?? ''
  world.telegram.push({
    callback_query: {
      id: '2',
      from: lan.user,
      chat_instance: '1',
      message: { message_id: 1, date: 0, chat: { id: lan.id, type: 'private', first_name: 'Lan' } },
      data: value,
    },
  } as never)
  await lan.waitFor('thuộc đơn vị khác')
  const [row] = await world.db.execute(sql`select count(*)::int as n from reports`)
  expect(row).toEqual({ n: 0 })
})

test('the head who left is a stranger, and the history stays with the unit', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const old = await world.joined('MN01', 'Giang')
  old.types('việc')
  await old.waitFor('Các việc của đơn vị')
  await old.answeredTap('1. Đã xong')
  await old.waitFor('Vừa ghi nhận')
  await world.db.execute(sql`
    update posts set to_day = '2026-12-10' where unit_id = (select id from units where code = 'MN01')`)
  old.types('việc')
  await old.waitFor('Kính chào')
  const [row] = await world.db.execute(sql`
    select status, reported_by from summary.status where unit_code = 'MN01' and task_code = 'Q4-b'`)
  expect(row).toEqual({ status: 'done', reported_by: 'Nguyễn Thị Hương Giang' })
})

test('the log names no person, no phone, no text and no token', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const head = await world.joined('MN01', 'Giang')
  head.types('bí mật của chúng tôi 0912345678')
  await head.waitFor('cán bộ đọc')
  expect(world.logged.join('\n')).not.toMatch(/bí mật|0912345678|Hương Giang|journeys/)
})
