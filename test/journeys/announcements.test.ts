/** Announcements after they were sent: changed, taken back, and asked about where nobody confirms them. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { jpeg } from '../sample-files.ts'
import { BODY, composes, figures, TITLE } from './announcing.ts'
import { test } from './everywhere.ts'

test('changed words take the place of the old ones in every chat, and so does the word that it is taken back', async ({
  open,
  edits,
}) => {
  const world = await open('2026-12-10 08:00', ['MN01', 'MN02'])
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const heads = [await world.joined('MN01', 'Giang'), await world.joined('MN02', 'Lan')]
  await office.answers('Gửi 2 đơn vị', await composes(office))
  for (const head of heads) await head.waitFor(BODY)
  const sent = await office.waitFor('đã gửi đủ 2 đơn vị')
  await office.answers('Sửa', sent)
  await office.waitFor('nội dung mới')
  office.types('Lùi sang 14 giờ ngày 28/12, tại hội trường.')
  await office.waitFor('Thay nội dung này')
  await office.answers('Thay nội dung')
  for (const head of heads) {
    await head.waitFor('nội dung này thay tin trước, sửa lúc')
    if (edits) expect(await head.screen()).not.toContain(BODY)
  }
  await office.waitFor('Đã thay nội dung')
  await office.answers('Thu hồi')
  await office.waitFor('Thu hồi thông báo')
  await office.answers('Thu hồi')
  for (const head of heads) {
    await head.waitFor('đã thu hồi thông báo')
    if (edits) expect(await head.screen()).not.toContain('14 giờ')
  }
  await expect.poll(() => figures(db)).toMatchObject({ sent: 2, failed: 0, state: 'withdrawn' })
})

test('what is taken back goes with its pictures', async ({ open, edits }) => {
  const world = await open('2026-12-10 08:00', ['MN01'])
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  office.types('/thongbao')
  await office.waitFor('tiêu đề')
  office.types(TITLE)
  await office.waitFor('nội dung')
  office.types(BODY)
  await office.waitFor('kèm theo')
  office.sendsAlbum([jpeg(8, 8), jpeg(9, 9)])
  await office.waitFor('Đã kèm 2 tệp')
  await office.answers('Xong')
  await office.waitFor('tới đơn vị nào')
  await office.answers('Tất cả')
  await office.answers('Gửi 1 đơn vị', await office.waitFor('Thông báo sẽ hiện như tin trên'))
  await head.waitFor(BODY)
  expect(await head.files()).toHaveLength(2)
  await office.answers('Thu hồi', await office.waitFor('đã gửi đủ 1 đơn vị'))
  await office.waitFor('Thu hồi thông báo')
  await office.answers('Thu hồi')
  await head.waitFor('đã thu hồi thông báo')
  if (edits) await expect.poll(() => head.files()).toEqual([])
})

test('who has not confirmed is asked once after a working day, and then stands on the call list', async ({
  open,
}) => {
  const world = await open('2026-12-11 09:00', ['MN01', 'MN02'])
  const { db } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const [giang, lan] = [await world.joined('MN01', 'Giang'), await world.joined('MN02', 'Lan')]
  await office.answers('Gửi 2 đơn vị', await composes(office))
  await giang.answers('Đã nhận', await giang.waitFor(TITLE))
  await lan.waitFor(TITLE)
  await office.waitFor('đã gửi đủ 2 đơn vị')
  for (const moment of ['2026-12-11 16:00', '2026-12-12 09:00', '2026-12-14 09:00', '2026-12-14 09:01'])
    await world.goTo(moment)
  await lan.waitFor(`Thông báo “${TITLE}” gửi ngày 11/12 chưa có xác nhận của Trường Mầm non Hải Âu`)
  office.types('danh sách gọi')
  await office.waitFor('không có đơn vị nào cần gọi')
  await world.goTo('2026-12-15 09:00')
  office.types('danh sách gọi')
  const calls = await office.waitFor('Cần gọi điện: 1 đơn vị')
  expect(calls.text).toContain('1. Trường Mầm non Hải Âu\nPhạm Thị Mai Lan, 0900 000 026')
  expect(calls.text).toContain(`- Thông báo “${TITLE}”`)
  const nudges = await db.execute(sql`select from outbox where key like 'announcement-nudge:%'`)
  expect(nudges).toHaveLength(1)
  await lan.answers('Đã nhận')
  await lan.waitFor('Đã ghi nhận lúc')
  expect(await figures(db)).toMatchObject({ sent: 2, acknowledged: 2 })
})
