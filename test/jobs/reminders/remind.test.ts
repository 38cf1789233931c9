/** The commands that queue reminders, and that rehearse a year of them. */
import { expect, test } from 'vitest'
import { outbox } from '../../../db/schema/index.ts'
import { type RemindOrder, rehearse, remind } from '../../../jobs/reminders/remind.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { type SeededUnit, seedOffice } from '../../seed.ts'
import { answer, at, leaving, ledger, minute } from './reminding.ts'

type Json = { messages: { date: string; unit: string; tasks: string[]; why: string[] }[]; dropped: number }

async function office(today = '2026-10-02', units = 1) {
  const { db } = await freshDatabase()
  const [unit] = (await seedOffice(db, { units, today })) as [SeededUnit]
  const run = async (
    order: Partial<RemindOrder> & { on?: Temporal.PlainDate },
    clock = '2026-12-17 09:00',
  ) => {
    const { json, lines } = await remind(db, { dryRun: false, now: false, dropOld: false, ...order }, () =>
      at(clock),
    )
    return { json: JSON.parse(JSON.stringify(json)) as Json, lines }
  }
  return { db, unit, run }
}

test('it queues what is due today and says so in the promised shape; a second time there is nothing new', async () => {
  const { db, run } = await office()
  const { json, lines } = await run({})
  expect(json.messages).toEqual([
    expect.objectContaining({
      date: '2026-12-17',
      kind: 'reminder',
      unit: 'U01',
      recipient: 'Nguyễn Thị Hương Giang',
      tasks: ['Q4-b'],
      why: ['T-14'],
      reachable: true,
    }),
  ])
  expect(lines.slice(0, 2)).toEqual([
    'Date        Day  Unit  Recipient               Tasks  Why',
    '2026-12-17  Thu  U01   Nguyễn Thị Hương Giang  Q4-b   T-14',
  ])
  expect((await run({})).json.messages).toEqual([])
  expect(await ledger(db)).toHaveLength(1)
})

test('a dry run lists the same and queues nothing', async () => {
  const { db, run } = await office()
  expect((await run({ dryRun: true })).json.messages).toHaveLength(1)
  expect(await db.select().from(outbox)).toEqual([])
})

test('outside the sending hours it waits for the next ones, unless it is to go at once', async () => {
  const late = await office()
  await late.run({}, '2026-12-17 20:00')
  expect(await late.db.select().from(outbox)).toMatchObject([{ notBefore: at('2026-12-18 07:30') }])
  const urgent = await office()
  await urgent.run({ now: true }, '2026-12-17 20:00')
  expect(await urgent.db.select().from(outbox)).toMatchObject([{ notBefore: at('2026-12-17 20:00') }])
})

test('what leaves the next morning is not repeated by that day’s own reminder', async () => {
  const { db, run } = await office()
  await run({}, '2026-12-30 20:00')
  await minute(db, '2026-12-31 07:30')
  const texts = await leaving(db, '2026-12-31 07:30')
  expect(texts).toEqual([expect.stringContaining('Hôm nay, thứ Năm, 31/12, là hạn')])
  expect(await ledger(db)).toHaveLength(1)
})

test('days ahead may be asked for one after the other', async () => {
  const { db, run } = await office()
  for (const on of ['2026-12-17', '2026-12-24', '2026-12-28']) await run({ on: date(on) }, '2026-11-25 09:00')
  expect(await ledger(db)).toEqual([
    expect.stringContaining('2026-12-17'),
    expect.stringContaining('2026-12-24'),
    expect.stringContaining('2026-12-28'),
  ])
})

test('what a day ahead has dealt with stays so when an earlier day is asked for', async () => {
  const { db, unit, run } = await office('2026-02-24')
  const assignmentId = unit.owes['Q4-b']!
  await answer(db, { person: unit.head, assignmentId, status: 'in_progress', on: '2026-09-30' })
  await run({ on: date('2026-12-17') }, '2026-10-01 09:00')
  await run({ on: date('2026-10-01') }, '2026-10-01 09:00')
  await run({ on: date('2026-12-18') }, '2026-10-01 09:00')
  expect(await ledger(db)).toEqual([expect.stringContaining('(T-14)'), expect.stringContaining('(opening)')])
})

test('on a free day nobody is reminded, and the command says why', async () => {
  const { run } = await office()
  const { json, lines } = await run({ on: date('2026-12-19') })
  expect(json.messages).toEqual([])
  expect(lines).toEqual(['2026-12-19 is not a working day: nobody is reminded.'])
})

test('old reminders are sent, or dropped if the office says so', async () => {
  const sends = await office()
  expect((await sends.run({}, '2026-12-18 09:00')).json.messages).toMatchObject([
    { why: ['T-14'], old: true },
  ])
  const drops = await office()
  expect((await drops.run({ dropOld: true, dryRun: true }, '2026-12-18 09:00')).json).toEqual({
    messages: [],
    dropped: 1,
  })
  expect((await drops.run({ dropOld: true }, '2026-12-18 09:00')).json).toEqual({ messages: [], dropped: 1 })
  expect((await drops.run({}, '2026-12-18 09:00')).json.messages).toEqual([])
})

test('a rehearsal goes through the days as if the plan had always been there, and leaves no trace', async () => {
  const { db } = await office()
  const { json } = await rehearse(db, { from: date('2026-09-01'), to: date('2027-01-31') })
  expect((json as Json).messages.map((message) => [message.date, ...message.why].join(' '))).toEqual([
    '2026-10-01 opening',
    '2026-12-17 T-14',
    '2026-12-24 T-7',
    '2026-12-28 T-3',
    '2026-12-30 T-1',
    '2026-12-31 T-0',
    '2027-01-04 T+1 T+3',
    '2027-01-07 T+7',
  ])
  expect(await db.select().from(outbox)).toEqual([])
})

test('a rehearsal knows the answers given by now, and shows again what was really sent', async () => {
  const { db, unit, run } = await office('2026-10-02', 2)
  await run({})
  const assignmentId = unit.owes['Q4-b']!
  await answer(db, { person: unit.head, assignmentId, status: 'done', on: '2026-12-17' })
  const { json } = await rehearse(db, { from: date('2026-12-17'), to: date('2026-12-17') })
  expect((json as Json).messages).toMatchObject([{ unit: 'U02', why: ['T-14'] }])
})

test('a rehearsal from a later to an earlier day is refused', async () => {
  const { db } = await office()
  await expect(rehearse(db, { from: date('2026-12-18'), to: date('2026-12-17') })).rejects.toMatchObject({
    code: 'bad_range',
    exitCode: 2,
  })
})
