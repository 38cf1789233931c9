/** Real faults under the real program: a database that is away, updates and taps that come twice. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { startTelegramServer } from '../telegram-server.ts'
import { wireTo } from './cut-off.ts'
import { startProgram } from './process.ts'
import { openWorld } from './world.ts'

test('PostgreSQL away for 20 seconds is survived without a restart, and what was written meanwhile is answered', async () => {
  const { db, url } = await freshDatabase()
  const wire = await wireTo(url)
  const telegram = await startTelegramServer({ token: '4444:faults' })
  const program = await startProgram(wire.url, telegram)
  const person = telegram.person({ firstName: 'Hà' })
  person.pressesStart()
  await person.waitFor('Kính chào')
  wire.cut()
  person.types('có ai không')
  await new Promise((done) => setTimeout(done, 20_000))
  expect(program.exitCode()).toBeNull()
  wire.mend()
  await person.waitFor('Kính chào', 20_000)
  const [row] = await db.execute(sql`select count(*)::int as n from inbox where handled_at is not null`)
  expect(row).toEqual({ n: 2 })
  expect(await program.end('SIGTERM')).toBeLessThan(10_000)
  await telegram.stop()
}, 70_000)

test('an update that Telegram gives twice, or again later, has no second effect', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const head = await world.joined('MN01', 'Giang')
  world.telegram.doubled = true
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  const tap = head.taps('1. Đã xong')
  await head.waitFor('Vừa ghi nhận')
  world.telegram.doubled = false
  world.telegram.redeliver(tap.update_id)
  head.types('trợ giúp')
  await head.waitFor('Đồng chí có thể gõ')
  const [row] = await world.db.execute(sql`select count(*)::int as n from reports`)
  expect(row).toEqual({ n: 1 })
})

test('two quick taps on one button are one report', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const head = await world.joined('MN01', 'Giang')
  head.types('việc')
  await head.waitFor('Các việc của đơn vị')
  head.taps('1. Đã xong')
  head.taps('1. Đã xong')
  await head.waitFor('Vừa ghi nhận')
  await head.waitForQuiet(500)
  const [row] = await world.db.execute(sql`select count(*)::int as n from reports`)
  expect(row).toEqual({ n: 1 })
})
