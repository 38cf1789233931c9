/** A clock that runs ahead: everything the office would have sent on the way is sent, each thing at its own time. */
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { announce } from '../../../jobs/announcements/announce.ts'
import { createTimeMachine } from '../../../jobs/clock/let-time-pass.ts'
import { createSettableClock } from '../../../jobs/clock/settable-clock.ts'
import { createDispatch } from '../../../jobs/dispatch.ts'
import { freshDatabase } from '../../database.ts'
import { fakeChannel } from '../../fake-channel.ts'
import { seedOffice } from '../../seed.ts'
import { at } from '../reminders/reminding.ts'

const SILENT = () => {}

/** One unit that owes its year's report by 31 December, and a time machine with a bot that sends. */
async function officeAt(moment: string) {
  const { db } = await freshDatabase()
  await seedOffice(db, { today: '2026-10-01' })
  const clock = createSettableClock(at(moment))
  const stopping = new AbortController()
  const { channel } = fakeChannel()
  const dispatch = createDispatch({ db, channel, rate: 1_000, chatRestMs: 0, clock: clock.now, log: SILENT })
  const sending = dispatch.run(stopping.signal)
  onTestFinished(async () => {
    stopping.abort()
    await sending
  })
  const { wake } = dispatch
  return { db, machine: createTimeMachine({ db, clock, log: SILENT, wake, stop: stopping.signal }) }
}

/** "2026-12-17 07:30 reminder" */
const sentTimes = async (db: Db): Promise<string[]> => {
  const rows = await db.execute<{ line: string }>(sql`
    select to_char(sent_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI ') || kind as line
    from outbox where state = 'sent' order by sent_at, id`)
  return rows.map(({ line }) => line)
}

test('the next happening is the next reminder, digest or announcement, at its own minute', async () => {
  const { db, machine } = await officeAt('2026-12-16 17:00')
  await announce(db, { title: 'Họp', text: 'Mời họp', to: 'all', at: '2026-12-17 20:15' }, machine.now())
  for (let step = 0; step < 3; step++) expect(await machine.toNextHappening()).toBe(true)
  expect(await sentTimes(db)).toEqual([
    '2026-12-17 07:30 reminder',
    '2026-12-17 20:15 announcement',
    '2026-12-18 07:30 announcement',
  ])
})

test('on the way to a later day nothing is left out and nothing comes together that fell apart', async () => {
  const { db, machine } = await officeAt('2026-12-16 17:00')
  await machine.toMoment(at('2026-12-31 08:00'))
  expect((await sentTimes(db)).filter((line) => line.endsWith('reminder'))).toEqual([
    '2026-12-17 07:30 reminder',
    '2026-12-24 07:30 reminder',
    '2026-12-28 07:30 reminder',
    '2026-12-30 07:30 reminder',
    '2026-12-31 07:30 reminder',
  ])
  expect(machine.now().getTime()).toBeGreaterThanOrEqual(at('2026-12-31 08:00').getTime())
})

test('while time passes the clock goes nowhere else', async () => {
  const { machine } = await officeAt('2026-12-16 17:00')
  const passing = machine.toMoment(at('2026-12-20 08:00'))
  expect(machine.isBusy()).toBe(true)
  await expect(machine.toNextHappening()).rejects.toThrow('time is passing already')
  await passing
  expect(machine.isBusy()).toBe(false)
})
