/** The office's word on a task: what it changes in what units owe, and what it leaves alone. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { seedCalendar } from '../../../db/calendar/seed.ts'
import type { Db } from '../../../db/client.ts'
import { freshDatabase } from '../../database.ts'
import { answer, asked, dueDates, importPlan, importUnits, jsonOf, planText, reports, set } from './desk.ts'

let db: Db
beforeEach(async () => {
  db = (await freshDatabase()).db
  await seedCalendar(db)
  await importPlan(db)
  await importUnits(db)
})

const day = (text: string) => Temporal.PlainDate.from(text)

/** The office agreed on another day with one unit. */
const extend = (unit: string, task: string, until: string) =>
  db.execute(sql`update assignments a set due_on = ${until} from tasks t, units u
    where t.id = a.task_id and u.id = a.unit_id and t.code = ${task} and u.code = ${unit}`)

test('a new due date moves what every unit owes, but no date agreed with one', async () => {
  await extend('MN01', 'Q4-b', '2027-01-10')
  const outcome = await set(db, 'Q4-b', 'due', '2026-12-20')
  expect(await dueDates(db, 'Q4-b')).toEqual({ '2026-12-20': 59, '2027-01-10': 1 })
  expect(jsonOf(outcome)).toMatchObject({ due_on: '2026-12-20', due_basis: 'office', asked: 60, moved: 59 })
  await set(db, 'Q4-b', 'due', '2026-12-24')
  expect(await dueDates(db, 'Q4-b')).toEqual({ '2026-12-24': 59, '2027-01-10': 1 })
})

test('it says from which working day reminders follow', async () => {
  const outcome = await set(db, 'Q4-b', 'due', '2026-12-20')
  expect(jsonOf(outcome).remind_from).toBe('2026-12-04')
  expect(outcome.lines).toContain('Units asked now: 60. Reminders follow from 2026-12-04.')
})

test('a year-round task that ends earlier is due by then, and no longer asked for in later quarters', async () => {
  await set(db, 'CN-a', 'due', '2026-08-15')
  expect(await dueDates(db, 'CN-a')).toEqual({ '2026-03-31': 60, '2026-06-30': 60, '2026-08-15': 60 })
  await set(db, 'CN-a', 'due', '15/12/2026')
  expect(await dueDates(db, 'CN-a')).toMatchObject({ '2026-09-30': 60, '2026-12-15': 60 })
})

test('a date that has passed is taken with a warning, and sends no heap of old reminders', async () => {
  const outcome = await set(db, 'Q4-b', 'due', '2026-11-02')
  expect(jsonOf(outcome)).toMatchObject({
    warnings: [expect.stringContaining('2026-11-02 has passed')],
    remind_from: null,
  })
  const rows = await db.execute(sql`select distinct a.urged_through::text from assignments a
    join tasks t on t.id = a.task_id where t.code = 'Q4-b'`)
  expect([...rows]).toEqual([{ urged_through: '2026-11-22' }])
})

test('a date outside the task’s quarter is taken with a warning', async () => {
  const outcome = await set(db, 'Q3-c', 'due', '2026-12-10')
  expect(outcome.lines.at(-1)).toContain('is not in quarter 3')
})

test('a task in another quarter takes along what units owe, have reported and have agreed on', async () => {
  await answer(db, 'MN01', 'Q4-b', 'done')
  await extend('TH02', 'Q4-b', '2027-01-10')
  const outcome = await set(db, 'Q4-b', 'quarter', 'III', day('2026-08-03'))
  expect(jsonOf(outcome)).toMatchObject({ quarter: 3, due_on: '2026-09-30', due_basis: 'office', moved: 59 })
  const tasks = await asked(db)
  expect([tasks['Q4-b 3'], tasks['Q4-b 4']]).toEqual([60, undefined])
  expect(await dueDates(db, 'Q4-b')).toEqual({ '2026-09-30': 59, '2027-01-10': 1 })
  const rows = await db.execute(sql`select unit_code, status from summary.status
    where task_code = 'Q4-b' and status <> 'silent'`)
  expect([...rows]).toEqual([{ unit_code: 'MN01', status: 'done' }])
})

test('a task of all the year is asked for in each quarter, and of one quarter in that one', async () => {
  await answer(db, 'MN01', 'Q4-b', 'done')
  await set(db, 'Q4-b', 'quarter', 'year')
  expect(await dueDates(db, 'Q4-b')).toMatchObject({ '2026-03-31': 60, '2026-12-31': 60 })
  await set(db, 'Q4-b', 'quarter', '4')
  const tasks = await asked(db)
  expect([tasks['Q4-b 1'], tasks['Q4-b 4']]).toEqual([undefined, 60])
  expect(await reports(db)).toEqual(['MN01 Q4-b done'])
})

test('a day that was said stays when the quarter changes, with a warning', async () => {
  await set(db, 'Q4-b', 'due', '2026-12-10')
  const outcome = await set(db, 'Q4-b', 'quarter', '3')
  expect(jsonOf(outcome)).toMatchObject({ quarter: 3, due_on: '2026-12-10' })
  expect(outcome.lines.at(-1)).toContain('is not in quarter 3')
})

test('no later file puts it back into the quarter that the office has taken it out of', async () => {
  await set(db, 'Q4-b', 'quarter', '3')
  const again = await importPlan(db)
  expect(jsonOf(again)).toMatchObject({ task_changes: [], kept_by_office: [{ code: 'Q4-b' }] })
})

test('a narrower audience withdraws, a wider one brings back with all that was reported', async () => {
  await answer(db, 'MN01', 'Q4-b', 'in_progress')
  await answer(db, 'MTTQ', 'Q4-b', 'done')
  const narrow = await set(db, 'Q4-b', 'audience', 'blocks')
  expect((await asked(db))['Q4-b 4']).toBe(8)
  expect(jsonOf(narrow)).toMatchObject({ asked: 8, audience: ['blocks'], audience_basis: 'office' })
  expect(await reports(db)).toEqual(['MN01 Q4-b in_progress', 'MTTQ Q4-b done'])

  await set(db, 'Q4-b', 'audience', 'all_units, office')
  expect((await asked(db))['Q4-b 4']).toBe(60)
  const rows = await db.execute(sql`select unit_code, status from summary.status
    where task_code = 'Q4-b' and status <> 'silent' order by 1`)
  expect([...rows]).toEqual([
    { unit_code: 'MN01', status: 'in_progress' },
    { unit_code: 'MTTQ', status: 'done' },
  ])
})

test('what fell due while it was not asked is not made up for', async () => {
  await set(db, 'Q4-b', 'asks', 'no')
  await set(db, 'Q4-b', 'asks', 'có', day('2026-12-29'))
  const rows =
    await db.execute(sql`select distinct a.urged_from::text, a.urged_through::text from assignments a
    join tasks t on t.id = a.task_id where t.code = 'Q4-b'`)
  expect([...rows]).toEqual([{ urged_from: '2026-11-23', urged_through: '2026-12-28' }])
})

test('title and evidence are the office’s to set', async () => {
  expect(jsonOf(await set(db, 'Q4-b', 'title', '  Báo cáo   tổng kết '))).toMatchObject({
    short_title: 'Báo cáo tổng kết',
    title_basis: 'office',
  })
  expect(jsonOf(await set(db, 'Q4-b', 'evidence', 'anh,bao_cao'))).toMatchObject({
    evidence: ['anh', 'bao_cao'],
    evidence_basis: 'office',
  })
  expect(jsonOf(await set(db, 'Q4-b', 'evidence', 'none')).evidence).toEqual([])
})

test.each(['Q4-b', 'q4-b', 'Q4b', 'q4 B', '2026/q4b', 'KH-83-2026/Q4-b'])(
  'a code may be typed as %s',
  async (code) => {
    expect(jsonOf(await set(db, code, 'title', 'Báo cáo')).code).toBe('Q4-b')
  },
)

test('a code that two plans of the year share has to name its plan', async () => {
  await importPlan(db, planText.replace('code: KH-83-2026', 'code: KH-90-2026'), { yes: true })
  await expect(set(db, 'Q4-b', 'asks', 'no')).rejects.toMatchObject({
    code: 'several_tasks',
    mend: 'Write one of: KH-90-2026/Q4-b, KH-83-2026/Q4-b',
  })
  expect(jsonOf(await set(db, 'KH-83-2026/Q4-b', 'asks', 'no')).asked).toBe(0)
})

test.each([
  ['Q9-z', 'due', '2026-12-20', 'no_such_task', 'Q4-b'],
  ['2031/Q4-b', 'due', '2026-12-20', 'no_such_plan', '2026 (KH-83-2026)'],
  ['Q4-b', 'colour', 'red', 'no_such_field', 'quarter, due, audience, evidence, title, asks'],
  ['Q4-b', 'due', '31/02/2026', 'bad_value', '2026-12-31'],
  ['Q4-b', 'due', '2062-12-31', 'bad_value', '2026 or 2027'],
  ['Q4-b', 'quarter', 'V', 'bad_value', '1, 2, 3 or 4, or year'],
  ['Q4-b', 'audience', 'everybody', 'bad_value', 'all_units, blocks'],
  ['Q4-b', 'audience', ' ', 'bad_value', 'all_units'],
  ['Q4-b', 'evidence', 'video', 'bad_value', 'anh (Ảnh hoạt động)'],
  ['Q4-b', 'title', ' ', 'bad_value', '120 characters'],
  ['Q4-b', 'asks', 'maybe', 'bad_value', 'yes'],
])('%s %s "%s" is refused with %s, and what to write', async (task, field, value, code, mend) => {
  await expect(set(db, task, field, value)).rejects.toMatchObject({
    code,
    mend: expect.stringContaining(mend),
  })
})
