/** An announcement on its way: followed on the writer's screen, and whole whatever happens to the program meanwhile. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { jpeg } from '../sample-files.ts'
import { addStaff, seedOffice } from '../seed.ts'
import { startTelegramServer } from '../telegram-server.ts'
import { BODY, composes, figures, TITLE } from './announcing.ts'
import { onTelegram } from './phones/on-telegram.ts'
import { startProgram, until } from './process.ts'
import { openWorld } from './world.ts'

const PHOTO = jpeg(640, 480)
const CODES = ['MN01', 'MN02', 'MN03', 'MN04', 'MN05', 'TH01', 'CB03']

test('its way is followed on one screen; whom it missed is named with the reason, and alone gets it again', async () => {
  // Slow enough to watch: four messages a second.
  const world = await openWorld('2026-12-10 08:00', { TELEGRAM_SEND_RATE: '4' }, CODES)
  const { db, telegram } = world
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const [giang, ...others] = [
    await world.joined('MN01', 'Giang'),
    await world.joined('MN02', 'Lan'),
    await world.joined('MN03', 'Thúy'),
    await world.joined('MN04', 'Hạnh'),
    await world.joined('CB03', 'Nhiên'),
  ]
  const blocker = others.at(-1)!
  const writer = onTelegram(office, telegram)
  const preview = await composes(writer, PHOTO)
  expect(preview.text).toContain('Sẽ gửi tới 5 đơn vị (tất cả)')
  expect(preview.text).toContain('2 đơn vị chưa đăng ký nên không nhận được: MN Phù Long, TH Cát Bà')
  blocker.chat.standing = 'blocked'
  await writer.answers('Gửi 5 đơn vị', preview)
  const got = await giang.waitFor(TITLE)
  expect(got.caption).toContain(BODY)
  expect(giang.files()).toEqual([expect.objectContaining({ bytes: PHOTO })])
  await giang.answeredTap('Đã nhận', got)
  await giang.waitFor('Đã ghi nhận lúc')

  const final = await office.waitFor(`“${TITLE}”: đã gửi 4/7, 3 không tới:`)
  expect(final.text).toContain('• Thôn Xuân Đám: đã chặn kênh')
  const shown = office.chat.versions(final.message_id).map(({ text }) => text ?? '')
  expect(new Set(shown.map((text) => /\d+\/7/.exec(text)?.[0])).size).toBeGreaterThan(2)
  expect(shown.slice(1, -1).every((text) => text.includes('Đang gửi'))).toBe(true)
  expect(await figures(db)).toMatchObject({ recipients: 7, sent: 4, failed: 3, acknowledged: 1 })

  blocker.unblocks()
  await expect
    .poll(async () => (await db.execute(sql`select from contacts where state = 'reachable'`)).length)
    .toBe(6)
  await office.answeredTap('Gửi lại', final)
  await blocker.waitFor(TITLE)
  await office.waitFor(`“${TITLE}”: đã gửi 5/7, 2 không tới:`)
  for (const person of [giang, ...others]) expect(person.files()).toHaveLength(1)
  expect(await figures(db)).toMatchObject({ sent: 5, failed: 2 })
})

test('kill -9 in the middle of sending to 40 people loses nobody, and repeats at most what was in flight', async () => {
  const { db, url } = await freshDatabase()
  // By today's clock: an office in which nothing else is due at any hour.
  const units = await seedOffice(db, { units: 40, tasks: [] })
  const writer = await addStaff(db, 'Trần Thu Hà')
  await db.execute(sql`update contacts set bot = '4545'`)
  const telegram = await startTelegramServer({ token: '4545:kills', latencyMs: 30 })
  const office = telegram.person({ id: Number(writer.address.id), firstName: 'Hà', started: true })
  const heads = units.map(({ head }) =>
    telegram.person({ id: Number(head.address.id), firstName: head.name, started: true }),
  )
  const copies = () => heads.map(({ chat }) => chat.messages.length)
  const reached = () => copies().filter((n) => n > 0).length
  // So slowly that a busy machine too is in the middle of it.
  const program = await startProgram(url, telegram, 12)
  const phone = onTelegram(office, telegram)
  await phone.answers('Gửi 40 đơn vị', await composes(phone))
  await until(() => reached() > 12)
  await program.end('SIGKILL')
  expect(reached()).toBeLessThan(40)
  const [row] = await db.execute<{ open: number }>(sql`
    select count(*)::int as open from outbox where state = 'sending'`)
  await startProgram(url, telegram, 40)
  await office.waitFor('đã gửi đủ 40 đơn vị', 20_000)
  expect(reached()).toBe(40)
  expect(copies().reduce((all, n) => all + n, 0) - 40).toBeLessThanOrEqual(row?.open ?? 0)
  expect(await figures(db)).toMatchObject({ recipients: 40, sent: 40, failed: 0, waiting: 0 })
  await telegram.stop()
})
