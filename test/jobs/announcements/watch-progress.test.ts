/** An announcement on its way: quick, watched by editing one message, and honest at the end; nothing is lost by a kill. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { unsettledAnnouncements } from '../../../db/announcements/announcements.ts'
import type { Db } from '../../../db/client.ts'
import { claim, recoverAbandoned } from '../../../db/messages/outbox-sending.ts'
import { announce } from '../../../jobs/announcements/announce.ts'
import { createAnnouncementProgress } from '../../../jobs/announcements/watch-progress.ts'
import { createDispatch } from '../../../jobs/dispatch.ts'
import { announcing, compose, figures, look } from '../../bot/topics/announcing.ts'
import { freshDatabase } from '../../database.ts'
import { fakeChannel } from '../../fake-channel.ts'
import { BOT, seedOffice } from '../../seed.ts'

const clock = () => new Date()

/** A platform that edits in place: what was edited keeps its id. */
function editingChannel() {
  const platform = fakeChannel({ latencyMs: 20 })
  const { send } = platform.channel
  platform.channel.send = async (to, message) => {
    const { externalId } = await send(to, message)
    return { externalId: message.replaces ?? externalId }
  }
  return platform
}

/** Sends and watches until whoever sent an announcement was shown all there is; resolves with how long that took. */
async function untilSettled(db: Db, platform: ReturnType<typeof fakeChannel>): Promise<number> {
  const stop = new AbortController()
  const log = () => {}
  const dispatch = createDispatch({ db, channel: platform.channel, rate: 25, clock, log })
  const progress = createAnnouncementProgress({ db, clock, log, wake: dispatch.wake })
  const began = performance.now()
  const running = [dispatch.run(stop.signal), progress.run(stop.signal)]
  while ((await unsettledAnnouncements(db, clock())).length > 0)
    await new Promise((done) => setTimeout(done, 25))
  const took = performance.now() - began
  const idle = async () =>
    (await db.execute(sql`select from outbox where state in ('waiting', 'sending')`)).length === 0
  while (!(await idle())) await new Promise((done) => setTimeout(done, 25))
  stop.abort()
  await Promise.all(running)
  return took
}

const order = { title: 'Họp giao ban', text: 'Mời đồng chí dự họp.', to: 'all' }

test('sixty units have it about as soon as the rate lets them', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 60 })
  const platform = fakeChannel({ latencyMs: 40 })
  await announce(db, order, clock())
  expect(await untilSettled(db, platform)).toBeLessThan(20_000)
  expect(new Set(platform.sent.map(({ to }) => to.id)).size).toBe(60)
  expect(platform.sent).toHaveLength(60)
  expect(await figures(db)).toMatchObject({ recipients: 60, sent: 60 })
})

test('whoever sent it sees one message that edits itself, and at the end whom it did not reach and why', async () => {
  const { db, office, at } = await announcing({ units: 60 })
  await compose(office)
  at(new Date().toISOString())
  await office.presses('Gửi 60 đơn vị')
  const [live] = office.screen.slice(-1)
  const platform = editingChannel()
  platform.failNext('blocked')
  platform.failNext('rejected')
  await untilSettled(db, platform)
  const shown = platform.sent.filter(({ message }) => message.replaces === live?.externalId)
  expect(shown.length).toBeGreaterThan(2)
  expect(shown.length).toBeLessThan(12)
  expect(
    shown.some(({ message }) =>
      /▓░.*\d+\/60\nĐã gửi \d+, không tới \d, còn chờ \d+ đơn vị\.\nKhoảng/u.test(message.text),
    ),
  ).toBe(true)
  const last = shown.at(-1)?.message
  expect(last?.text).toMatch(/^📣 “Nộp danh sách”: đã gửi 58\/60, 2 không tới:/)
  expect(last?.text).toContain('đã chặn kênh')
  expect(last?.text).toContain('nền tảng từ chối tin')
  expect(last?.choices?.flat().map(({ label }) => label)).toEqual(['Gửi lại', 'Sửa', 'Thu hồi'])
  await office.types('3')
  expect(office.last()).toContain('Thu hồi thông báo “Nộp danh sách”?')
})

test('where nothing can be edited, they get the beginning and the end and nothing in between', async () => {
  const { db, office, at } = await announcing({ units: 60 })
  await compose(office)
  at(new Date().toISOString())
  await office.presses('Gửi 60 đơn vị')
  await db.execute(sql`update outbox set external_id = 'a message of its own'
    where key = 'announcement-progress:1'`)
  const platform = fakeChannel()
  await untilSettled(db, platform)
  expect(platform.sent.filter(({ message }) => message.replaces).map(({ message }) => message.text)).toEqual([
    '📣 “Nộp danh sách”: đã gửi đủ 60 đơn vị.\nĐã xác nhận: 0/60 đơn vị.',
  ])
})

/** Some units of 60 have pressed "Đã nhận" since the end was shown. */
const confirm = (db: Db, units: number) =>
  db.execute(sql`update outbox set acknowledged_at = clock_timestamp() where id in
    (select outbox_id from announcement_messages order by outbox_id limit ${units})`)

test('who confirms after the end is counted where the figures stand', async () => {
  const { db, office, at } = await announcing({ units: 60 })
  await compose(office)
  at(new Date().toISOString())
  await office.presses('Gửi 60 đơn vị')
  const [live] = office.screen.slice(-1)
  const platform = editingChannel()
  await untilSettled(db, platform)
  for (const units of [1, 5]) {
    await confirm(db, units)
    await untilSettled(db, platform)
    const last = platform.sent.at(-1)?.message
    expect(last?.replaces).toBe(live?.externalId)
    expect(last?.text).toBe(`📣 “Nộp danh sách”: đã gửi đủ 60 đơn vị.\nĐã xác nhận: ${units}/60 đơn vị.`)
  }
})

test('where nothing can be edited, a confirmation brings the office no message', async () => {
  const { db, office, at } = await announcing({ units: 60 })
  await compose(office)
  at(new Date().toISOString())
  await office.presses('Gửi 60 đơn vị')
  const platform = fakeChannel()
  await untilSettled(db, platform)
  const sent = platform.sent.length
  await confirm(db, 5)
  await untilSettled(db, platform)
  expect(platform.sent).toHaveLength(sent)
})

test('a kill in the middle loses nobody, and it goes on being watched', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 20 })
  await announce(db, order, clock())
  // What a sender leaves behind that was killed with these in its hands.
  expect(await claim(db, BOT, 8, clock())).toHaveLength(8)
  expect(await recoverAbandoned(db, BOT)).toBe(8)
  await untilSettled(db, fakeChannel())
  expect(await figures(db)).toMatchObject({ recipients: 20, sent: 20, failed: 0 })
})

test('what is under way while it is changed is put right when it has arrived', async () => {
  const { db, office, head, clock: now } = await announcing()
  await compose(office)
  await office.presses('Gửi 3 đơn vị')
  const underWay = await claim(db, BOT, 3, now())
  await office.pressesValue('announcement.change:1:')
  await office.types('Nộp trước thứ Tư.')
  await office.presses('Thay nội dung')
  await look(db, now())
  // It arrives with the old words, and the new ones follow.
  await db.execute(sql`update outbox set state = 'waiting' where state = 'sending'`)
  for (const index of [0, 1, 2]) await head(index).receives()
  expect(head(0).last()).toContain('thứ Sáu')
  await look(db, now())
  await look(db, now())
  expect(underWay.length).toBeGreaterThan(0)
  for (const index of [0, 1, 2]) expect(await head(index).receives()).toHaveLength(1)
  expect(head(0).last()).toContain('thứ Tư')
})

test('one that comes from the command line is settled without anybody to show it to', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 2, joined: false })
  await announce(db, order, clock())
  await untilSettled(db, fakeChannel())
  expect(await figures(db)).toMatchObject({ recipients: 2, failed: 2 })
})
