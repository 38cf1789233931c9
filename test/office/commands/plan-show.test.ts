/** Showing a plan: what scripts get, and what people read. */
import { expect, test } from 'vitest'
import { planShow } from '../../../office/commands/plan-show.ts'
import { freshDatabase } from '../../database.ts'
import { importPlan, importUnits, jsonOf, planText, set } from './desk.ts'

test('every task is shown with its date, whose date it is, and of how many units it is asked', async () => {
  const { db } = await freshDatabase()
  await importPlan(db)
  await importUnits(db)
  await set(db, 'Q4-c', 'due', '2026-12-15')
  const outcome = await planShow(db)
  const { plan, tasks } = jsonOf(outcome)
  expect(plan).toMatchObject({
    code: 'KH-83-2026',
    number: '83/KH-UBND',
    year: 2026,
    issued_on: '2026-02-24',
  })
  expect(tasks).toHaveLength(17)
  expect(tasks.find(({ code }: { code: string }) => code === 'Q4-b')).toMatchObject({
    quarter: 4,
    due_on: '2026-12-31',
    audience: ['office', 'all_units'],
    asks_unit_heads: true,
    asked: 60,
    short_title: expect.any(String),
  })
  const line = (code: string) => outcome.lines.find((each) => each.startsWith(`${code} `))
  expect(line('Q2-b')).toMatch(/^Q2-b +2 +2026-06-30 +inference +8 +blocks, office +Các khối sơ kết/)
  expect(line('Q4-c')).toMatch(/2026-12-15 +the office/)
  expect(line('Q1-a')).toMatch(/2026-03-31 +inference +none/)
  expect(line('CN-a')).toMatch(/^CN-a +each/)
})

test('a plan is found by its year or its code, and the newest by neither', async () => {
  const { db } = await freshDatabase()
  await importPlan(db)
  const next = planText.replaceAll('dueOn: 2026', 'dueOn: 2027').replace('year: 2026', 'year: 2027')
  await importPlan(db, next.replace('code: KH-83-2026', 'code: KH-10-2027'))
  const shown = async (which?: string) => jsonOf(await planShow(db, which)).plan.code
  expect([await shown(), await shown('2026'), await shown('KH-10-2027')]).toEqual([
    'KH-10-2027',
    'KH-83-2026',
    'KH-10-2027',
  ])
  await expect(planShow(db, '2025')).rejects.toMatchObject({ code: 'no_such_plan' })
})

test('without a plan it says how to get one', async () => {
  const { db } = await freshDatabase()
  await expect(planShow(db)).rejects.toMatchObject({ mend: 'npx dondoc plan import FILE' })
})
