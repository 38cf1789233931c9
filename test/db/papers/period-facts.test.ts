/** What a period's papers tell: the views' figures, frozen ones where a quarter is closed, and the words to them. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordReport } from '../../../db/answers/reports.ts'
import type { Db } from '../../../db/client.ts'
import { closeQuarter, reopenQuarter } from '../../../db/papers/closed-quarters.ts'
import { periodFacts } from '../../../db/papers/period-facts.ts'
import { quarterFigures } from '../../../db/papers/quarter-figures.ts'
import { parsePeriod } from '../../../domain/quarter.ts'
import type { Status } from '../../../domain/status.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { type SeededUnit, seedOffice } from '../../seed.ts'

/** Three units in the first half of the year: one has done its task, one is at it, one is silent. */
async function halfYear() {
  const { db } = await freshDatabase()
  const [one, two, three] = (await seedOffice(db, {
    units: 3,
    tasks: [
      { code: 'Q1-a', quarter: 1, dueOn: '2026-03-31' },
      { code: 'Q2-a', quarter: 2, dueOn: '2026-06-30' },
      { code: 'CN-a', quarter: null, dueOn: '2026-12-31' },
    ],
  })) as [SeededUnit, SeededUnit, SeededUnit]
  const says = (unit: SeededUnit, task: string, status: Status, at: string, note?: string) =>
    db.transaction((tx) =>
      recordReport(tx, {
        assignmentId: unit.owes[task] ?? 0,
        personId: unit.head.id,
        via: 'telegram',
        status,
        note,
        now: new Date(at),
      }),
    )
  await says(one, 'Q1-a', 'done', '2026-03-20T02:00:00Z', 'Đã ban hành kế hoạch số 5')
  await says(two, 'Q1-a', 'in_progress', '2026-03-21T02:00:00Z')
  await says(one, 'CN-a Q1', 'blocked', '2026-03-22T02:00:00Z')
  return {
    db,
    three,
    says,
    facts: (period: string, today = '2026-07-01') => periodFacts(db, parsePeriod(period), date(today)),
    closes: (at: string) =>
      db.transaction(async (tx) => closeQuarter(tx, 2026, await quarterFigures(tx, 2026, 1), new Date(at))),
  }
}

const CLOSED = '2026-04-02T03:00:00Z'

const viewCounts = async (db: Db, quarter: number) => [
  ...(await db.execute(sql`select task_code as code, count(*)::int as asked,
    count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'silent')::int as silent
    from summary.status where year = 2026 and quarter = ${quarter} group by task_code order by task_code`)),
]

test('the counts of a quarter are those of the views, to the digit', async () => {
  const { db, facts } = await halfYear()
  const { tasks } = await facts('2026-Q1')
  const counted = tasks.map(({ code, asked, done, silent }) => ({ code, asked, done, silent }))
  expect(counted.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(await viewCounts(db, 1))
  expect(counted).toEqual([
    { code: 'Q1-a', asked: 3, done: 1, silent: 1 },
    { code: 'CN-a', asked: 3, done: 0, silent: 2 },
  ])
})

test('each unit stands once in half a year, with both its quarters counted', async () => {
  const { facts } = await halfYear()
  const { units: lines } = await facts('2026-H1')
  expect(lines.map(({ code, asked }) => [code, asked])).toEqual([
    ['U01', 4],
    ['U02', 4],
    ['U03', 4],
  ])
  expect(lines[0]).toMatchObject({ done: 1, blocked: 1, silent: 2, block: 'Khối trường học' })
})

test('a closed quarter keeps its figures, and what is said later is told beside them', async () => {
  const { db, facts, says, three, closes } = await halfYear()
  const before = await facts('2026-Q1')
  await closes(CLOSED)
  await says(three, 'Q1-a', 'done', '2026-04-10T02:00:00Z', 'Xin gửi muộn')

  const after = await facts('2026-Q1', '2026-12-31')
  expect(after.tasks).toEqual(before.tasks)
  expect(after.units).toEqual(before.units)
  expect(after).toMatchObject({ asOf: '2026-04-02', closed: [{ quarter: 1, on: '2026-04-02' }] })
  const late = after.answers.filter(({ saidSince }) => saidSince !== null)
  expect(late).toMatchObject([
    { unitCode: 'U03', status: 'silent', said: null, saidSince: { status: 'done' } },
  ])
  const [row] = await db.execute(
    sql`select late from summary.status where unit_code = 'U03' and task_code = 'Q1-a'`,
  )
  expect(row).toEqual({ late: true })
})

test('half a year adds a closed quarter to one that still moves', async () => {
  const { facts, says, three, closes } = await halfYear()
  await closes(CLOSED)
  const half = await facts('2026-H1')
  expect(half.closed.map(({ quarter }) => quarter)).toEqual([1])
  expect(half.tasks.find(({ code }) => code === 'Q1-a')).toMatchObject({ done: 1, silent: 1 })
  await says(three, 'Q1-a', 'done', '2026-04-10T02:00:00Z')
  await says(three, 'Q2-a', 'done', '2026-06-20T02:00:00Z')
  const later = await facts('2026-H1')
  expect(later.tasks.find(({ code }) => code === 'Q2-a')).toMatchObject({ done: 1 })
  expect(later.tasks.find(({ code }) => code === 'Q1-a')).toMatchObject({ done: 1, silent: 1 })
})

test('words that were erased are gone from a closed quarter as well', async () => {
  const { db, facts, closes } = await halfYear()
  await closes(CLOSED)
  await db.execute(sql`update reports set note = null`)
  const { answers } = await facts('2026-Q1')
  expect(answers.find(({ unitCode, taskCode }) => unitCode === 'U01' && taskCode === 'Q1-a')).toMatchObject({
    status: 'done',
    said: { note: null },
  })
  expect(JSON.stringify([...(await db.execute(sql`select figures from closed_quarters`))])).not.toContain(
    'Đã ban hành',
  )
})

test('a quarter closed again stays as it was first closed, until it is opened', async () => {
  const { db, facts, says, three, closes } = await halfYear()
  expect(await closes(CLOSED)).toBe(true)
  await says(three, 'Q1-a', 'done', '2026-04-10T02:00:00Z')
  expect(await closes('2026-05-01T03:00:00Z')).toBe(false)
  await db.transaction((tx) => reopenQuarter(tx, 2026, 1))
  expect((await facts('2026-Q1')).tasks[0]).toMatchObject({ done: 2, silent: 0 })
})

test('units, and what they answered, stand in the order of their names', async () => {
  const { db, facts } = await halfYear()
  await db.execute(
    sql`update units set name = case code when 'U01' then 'Trường Ô' when 'U02' then 'Đảo An' else 'Dân An' end`,
  )
  const { units: lines, answers, plans } = await facts('2026-H1')
  expect(lines.map(({ code }) => code)).toEqual(['U03', 'U02', 'U01'])
  expect(answers.filter(({ taskCode }) => taskCode === 'Q1-a').map(({ unitCode }) => unitCode)).toEqual([
    'U03',
    'U02',
    'U01',
  ])
  expect(plans).toEqual([expect.objectContaining({ issuer: expect.any(String) })])
})
