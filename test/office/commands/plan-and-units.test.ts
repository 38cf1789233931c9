/** The plan and the people on the first day: who is asked what, and that a second import changes nothing. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { takeTurn } from '../../../db/plans/import-turns.ts'
import { freshDatabase } from '../../database.ts'
import { asked, counts, dueDates, importPlan, importUnits, jsonOf, rowVersions } from './desk.ts'

const ASKED = {
  'Q1-b 1': 60,
  'TC-1 1': 60,
  'Q2-b 2': 8,
  'Q3-b 3': 17,
  'Q3-c 3': 60,
  'Q4-b 4': 60,
  'Q4-c 4': 60,
  ...Object.fromEntries(
    ['CN-a', 'CN-b', 'CN-c'].flatMap((task) => [1, 2, 3, 4].map((quarter) => [`${task} ${quarter}`, 60])),
  ),
}

test('every task is asked of the units that it concerns, year-round tasks once a quarter', async () => {
  const { db } = await freshDatabase()
  const plan = await importPlan(db)
  expect(counts(plan)).toEqual([17, 0, 0, 0])
  expect(plan.lines.at(-1)).toContain('npx dondoc units import FILE')
  expect(await asked(db)).toEqual({})

  const units = await importUnits(db)
  expect(counts(units)).toEqual([61, 0, 0, 0])
  expect(units.lines.join('\n')).toContain('npx dondoc invite --all')
  expect(await asked(db)).toEqual(ASKED)
  expect(await dueDates(db, 'CN-a')).toEqual({
    '2026-03-31': 60,
    '2026-06-30': 60,
    '2026-09-30': 60,
    '2026-12-31': 60,
  })
})

test('the units may come before the plan', async () => {
  const { db } = await freshDatabase()
  await importUnits(db)
  await importPlan(db)
  expect(await asked(db)).toEqual(ASKED)
})

test('the same plan and the same list again change nothing', async () => {
  const { db } = await freshDatabase()
  await importPlan(db)
  await importUnits(db)
  const before = await rowVersions(db)

  const plan = await importPlan(db)
  const units = await importUnits(db)
  expect([counts(plan), counts(units)]).toEqual([
    [0, 0, 17, 0],
    [0, 0, 61, 0],
  ])
  const asking = { asked: 0, asked_again: 0, withdrawn: 0 }
  expect([jsonOf(plan).asking, jsonOf(units).asking]).toEqual([asking, asking])
  expect(await rowVersions(db)).toEqual(before)
})

test('a dry run tells the same and changes nothing', async () => {
  const { db } = await freshDatabase()
  const dry = await importPlan(db, undefined, { dryRun: true })
  expect(counts(dry)).toEqual([17, 0, 0, 0])
  expect(dry.lines.at(-1)).toContain('Nothing was changed')
  expect(counts(await importUnits(db, undefined, { dryRun: true }))).toEqual([61, 0, 0, 0])
  expect(await rowVersions(db)).toEqual([])
})

test('nothing from before the first import is urged', async () => {
  const { db } = await freshDatabase()
  await importPlan(db)
  await importUnits(db)
  const rows = await db.execute(sql`select distinct urged_from::text from assignments`)
  expect([...rows]).toEqual([{ urged_from: '2026-11-23' }])
})

test('imports take turns: one begun meanwhile waits for the end of the other', async () => {
  const { db } = await freshDatabase()
  const ended: string[] = []
  const { promise: began, resolve: begin } = Promise.withResolvers<void>()
  const longImport = db.transaction(async (tx) => {
    await takeTurn(tx)
    begin()
    await sleep(500)
    ended.push('the long one')
  })
  await began
  const meanwhile = [importPlan(db), importUnits(db)].map((each) => each.then(() => ended.push('another')))
  await Promise.all([longImport, ...meanwhile])
  expect(ended).toEqual(['the long one', 'another', 'another'])
  expect(await asked(db)).toEqual(ASKED)
})
