/** The call list: who has to be telephoned, and about what. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { seedCalendar } from '../../../db/calendar/seed.ts'
import type { Db } from '../../../db/client.ts'
import { calls } from '../../../office/commands/calls.ts'
import { freshDatabase } from '../../database.ts'
import { answer, importPlan, importUnits, jsonOf, today } from './desk.ts'

let db: Db
beforeEach(async () => {
  db = (await freshDatabase()).db
  await seedCalendar(db)
  await importPlan(db)
  await importUnits(db)
})

const everybodyJoins = () =>
  db.execute(sql`insert into contacts (channel, bot, external_id, person_id, joined_at)
    select 'telegram', 'b', id::text, id, now() from people`)

/** A unit was reminded of a task on these days. */
async function remind(unit: string, task: string, ...days: string[]): Promise<void> {
  for (const day of days)
    await db.execute(sql`with message as (
        insert into outbox (key, kind, priority, message, state, not_before, queued_at)
        values (${`${unit} ${day}`}, 'reminder', 1, '{"text":""}', 'sent', now(), now()) returning id)
      insert into reminders (outbox_id, assignment_id, on_day, why)
      select message.id, a.id, ${day}, 'T-1' from message, assignments a
      join tasks t on t.id = a.task_id join units u on u.id = a.unit_id
      where t.code = ${task} and u.code = ${unit}`)
}

const afterAll = Temporal.PlainDate.from('2027-01-08')
type Call = { unit: string; reason: string; tasks: { code: string }[] }
const list = async (on = today): Promise<Call[]> => jsonOf(await calls(db, on)).calls
const short = (some: Call[]) =>
  some.map(({ unit, reason, tasks }) => `${unit} ${reason}: ${tasks.map(({ code }) => code).join(' ')}`)

test('before anybody joins, every unit has to be called, about what it owes now', async () => {
  const all = await list()
  expect(all).toHaveLength(60)
  expect(all.find(({ unit }) => unit === 'MN01')).toEqual({
    unit: 'MN01',
    unit_name: expect.stringContaining('Mầm non'),
    recipient: 'Nguyễn Thị Hương Giang',
    phone: '0900000025',
    reason: 'unreachable',
    tasks: ['Q4-b', 'Q4-c', 'CN-a', 'CN-b', 'CN-c'].map((code) => ({
      code,
      due_on: '2026-12-31',
      times_reminded: 0,
    })),
    announcements: [],
    last_called_on: null,
  })
  const { lines } = await calls(db, today)
  expect(lines[0]).toBe('Reached by no message: nobody of the unit has joined: 60')
  expect(lines.find((line) => line.startsWith('MN01'))).toContain('0900 000 025')
})

test('a unit that is reached and still has reminders before it is left in peace', async () => {
  await everybodyJoins()
  expect(await list()).toEqual([])
  expect((await calls(db, today)).lines).toEqual(['Nobody has to be called.'])
})

test('whoever blocked the bot is not reached any more', async () => {
  await everybodyJoins()
  await db.execute(sql`update contacts set state = 'unreachable'
    where person_id = (select id from people where phone = '0900000025')`)
  expect((await list()).map(({ unit }) => unit)).toEqual(['MN01'])
})

test('when every reminder has passed without a "done", the unit has to be called', async () => {
  await everybodyJoins()
  for (const code of ['CN-a', 'CN-b', 'CN-c', 'Q4-b', 'Q4-c'])
    await db.execute(sql`
    update assignments set put_off_until = '2027-02-01'
    where task_id = (select id from tasks where code = ${code}) and unit_id not in
      (select id from units where code in ('MN01', 'MN02'))`)
  await answer(db, 'MN01', 'Q4-c', 'done')
  await answer(db, 'MN01', 'CN-a', 'in_progress')
  await remind('MN01', 'Q4-b', '2026-12-17', '2026-12-24')
  expect(short(await list(Temporal.PlainDate.from('2027-01-07')))).toEqual([])
  expect(short(await list(afterAll))).toEqual([
    expect.stringMatching(/^MN01 silent: Q4-b CN-a/),
    expect.stringMatching(/^MN02 silent: Q4-b Q4-c CN-a/),
  ])
  const [first] = await list(afterAll)
  expect(first?.tasks[0]).toMatchObject({ code: 'Q4-b', due_on: '2026-12-31', times_reminded: 2 })
})

test('a unit without anybody is on the list too', async () => {
  await everybodyJoins()
  await db.execute(
    sql`update posts set to_day = '2026-11-01' where unit_id = (select id from units where code = 'MN01')`,
  )
  expect(await list()).toMatchObject([{ unit: 'MN01', recipient: '', phone: null, reason: 'unreachable' }])
})
