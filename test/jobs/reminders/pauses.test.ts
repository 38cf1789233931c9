/** While a unit's reminders rest for a storm nothing goes out about its tasks, not even what had been queued before. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { endPause, makePause } from '../../../db/reminders/pauses.ts'
import { changeSetting } from '../../../db/settings.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addStaff, type SeededUnit, seedOffice } from '../../seed.ts'
import { at, leaving, ledger, minute, serve } from './reminding.ts'

/** The first unit rests, the second does not. */
async function twoUnits(today: string) {
  const { db } = await freshDatabase()
  const units = (await seedOffice(db, { units: 2, today })) as [SeededUnit, SeededUnit]
  const office = await addStaff(db, 'Trần Thu Hà')
  const pause = (from: string, until: string, newDue: string | null = null) =>
    db.transaction((tx) =>
      makePause(tx, {
        unitIds: [units[0].id],
        from: date(from),
        until: date(until),
        reason: null,
        newDue: newDue === null ? null : date(newDue),
        madeBy: office.id,
        now: at(`${from} 09:00`),
      }),
    )
  return { db, pause }
}

const ofFirst = async (db: Db) => (await ledger(db)).filter((line) => line.includes('Hương Giang'))
const ofSecond = async (db: Db) => (await ledger(db)).filter((line) => line.includes('Chiến'))

test('a paused unit is not reminded before its day, and waves that fell meanwhile are dropped', async () => {
  const { db, pause } = await twoUnits('2026-10-02')
  await pause('2026-12-16', '2026-12-28')
  await serve(db, '2026-12-16', '2026-12-30')
  expect(await ofFirst(db)).toEqual([
    '2026-12-28 Nguyễn Thị Hương Giang: Q4-b (T-3)',
    '2026-12-30 Nguyễn Thị Hương Giang: Q4-b (T-1)',
  ])
  expect((await ofSecond(db))[0]).toBe('2026-12-17 Phạm Văn Chiến: Q4-b (T-14)')
})

test('a reminder that waits in the outbox when the pause begins does not leave; another unit’s does', async () => {
  const { db, pause } = await twoUnits('2026-10-02')
  await minute(db, '2026-12-17 08:00')
  await pause('2026-12-17', '2026-12-21')
  expect(await leaving(db, '2026-12-17 09:30')).toEqual([expect.stringContaining('Phạm Văn Chiến')])
  expect(await ofFirst(db)).toEqual(['2026-12-17 Nguyễn Thị Hương Giang: Q4-b (T-14) cancelled'])
})

test('a quarter that opens in the storm is opened for the unit when the pause is over', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  await pause('2026-09-30', '2026-10-05')
  await serve(db, '2026-09-30', '2026-10-06')
  expect(await ofFirst(db)).toEqual(['2026-10-05 Nguyễn Thị Hương Giang: Q4-b (opening)'])
  expect(await ofSecond(db)).toEqual(['2026-10-01 Phạm Văn Chiến: Q4-b (opening)'])
})

test('an opening that waits in the outbox when the pause begins comes after it', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  await minute(db, '2026-10-01 08:00')
  await pause('2026-10-01', '2026-10-05')
  expect(await leaving(db, '2026-10-01 09:30')).toEqual([expect.stringContaining('Phạm Văn Chiến')])
  await serve(db, '2026-10-02', '2026-10-06')
  expect(await ofFirst(db)).toEqual([
    '2026-10-01 Nguyễn Thị Hương Giang: Q4-b (opening) cancelled',
    '2026-10-05 Nguyễn Thị Hương Giang: Q4-b (opening)',
  ])
})

test('openings that a pause kept back wait for nobody’s word when it is over', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  await changeSetting(db, 'catch_up_limit', 0, at('2026-09-01 08:00'))
  await pause('2026-09-30', '2026-10-05')
  await serve(db, '2026-09-30', '2026-10-06')
  expect(await ofFirst(db)).toEqual(['2026-10-05 Nguyễn Thị Hương Giang: Q4-b (opening)'])
})

test('an opening that a pause cancelled comes the next day when the office ends the pause at once', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  await minute(db, '2026-10-01 08:00')
  const id = await pause('2026-10-01', '2026-10-05')
  await leaving(db, '2026-10-01 09:30')
  await db.transaction((tx) => endPause(tx, id, date('2026-10-01'), at('2026-10-01 10:00')))
  await serve(db, '2026-10-02', '2026-10-06')
  expect(await ofFirst(db)).toEqual([
    '2026-10-01 Nguyễn Thị Hương Giang: Q4-b (opening) cancelled',
    '2026-10-02 Nguyễn Thị Hương Giang: Q4-b (opening)',
  ])
})

test('an opening after a pause that the office ended early is not repeated', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  const id = await pause('2026-09-28', '2026-10-09')
  await db.transaction((tx) => endPause(tx, id, date('2026-09-30'), at('2026-09-30 07:00')))
  await serve(db, '2026-09-30', '2026-10-08')
  expect(await ofFirst(db)).toEqual(['2026-10-01 Nguyễn Thị Hương Giang: Q4-b (opening)'])
})

test('an opening that was read before the storm is not repeated after it', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  await serve(db, '2026-10-01', '2026-10-01')
  await pause('2026-10-01', '2026-10-05')
  await serve(db, '2026-10-02', '2026-10-06')
  expect(await ofFirst(db)).toEqual(['2026-10-01 Nguyễn Thị Hương Giang: Q4-b (opening)'])
})

test('a pause that the office ends early lets reminders go on from that day, without those it held back', async () => {
  const { db, pause } = await twoUnits('2026-10-02')
  const id = await pause('2026-12-16', '2027-01-15')
  await serve(db, '2026-12-16', '2026-12-22')
  expect(await db.transaction((tx) => endPause(tx, id, date('2026-12-23'), at('2026-12-23 07:00')))).toBe(
    true,
  )
  expect(await db.transaction((tx) => endPause(tx, id, date('2026-12-23'), at('2026-12-23 07:05')))).toBe(
    false,
  )
  await serve(db, '2026-12-23', '2026-12-24')
  expect(await ofFirst(db)).toEqual(['2026-12-24 Nguyễn Thị Hương Giang: Q4-b (T-7)'])
})

test('a due date that moved is reminded of by its new date', async () => {
  const { db, pause } = await twoUnits('2026-10-02')
  await pause('2026-12-30', '2027-01-05', '2027-01-11')
  await serve(db, '2026-12-30', '2027-01-11')
  expect(await ofFirst(db)).toEqual([
    '2027-01-08 Nguyễn Thị Hương Giang: Q4-b (T-3,T-1)',
    '2027-01-11 Nguyễn Thị Hương Giang: Q4-b (T-0)',
  ])
})

test('a unit that owes nothing is not told so in the storm', async () => {
  const { db, pause } = await twoUnits('2026-09-01')
  await db.execute(sql`update assignments set withdrawn_at = now()`)
  await pause('2026-09-30', '2026-10-05')
  await serve(db, '2026-09-30', '2026-10-06')
  expect(await ofFirst(db)).toEqual([])
  expect(await ofSecond(db)).toHaveLength(1)
})
