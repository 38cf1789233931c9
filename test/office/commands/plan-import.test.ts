/** Importing an amended plan: what is told, what is asked, and what is never lost. */
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { readPlans } from '../../../db/plans/plans.ts'
import { freshDatabase } from '../../database.ts'
import {
  answer,
  asked,
  counts,
  dueDates,
  importPlan,
  importUnits,
  jsonOf,
  now,
  planText,
  replaced,
  reports,
  rowVersions,
  set,
} from './desk.ts'

const TITLE = 'shortTitle: Các khối sơ kết giao ước thi đua 6 tháng đầu năm'
const newTitle = replaced(planText, [TITLE, 'shortTitle: Sơ kết giao ước thi đua 6 tháng'])

/** Leaves out the clause of a code. */
function without(code: string): string {
  const [head = '', ...clauses] = planText.split(/(?=^ {2}- code: )/m)
  return head + clauses.filter((clause) => !clause.startsWith(`  - code: ${code}\n`)).join('')
}

/** Another due date for Q4-c. */
const dated = (day: string) => {
  const at = planText.indexOf('dueOn: ', planText.indexOf('code: Q4-c'))
  return `${planText.slice(0, at)}dueOn: ${day}${planText.slice(at + 'dueOn: 2026-12-31'.length)}`
}

async function ready(): Promise<Db> {
  const { db } = await freshDatabase()
  await importPlan(db)
  await importUnits(db)
  return db
}

test('a plan with mistakes is refused, each with its line, and nothing is changed', async () => {
  const { db } = await freshDatabase()
  const outcome = await importPlan(
    db,
    replaced(planText, ['quarter: 1', 'quarter: 7'], ['year: 2026', 'year: x']),
  )
  expect(outcome.refused).toBe(true)
  const { problems, added } = jsonOf(outcome)
  expect(added).toBe(0)
  expect(problems.map(({ field }: { field: string }) => field)).toEqual(['plan.year', 'tasks.0.quarter'])
  expect(outcome.lines.join('\n')).toContain(`line ${problems[1].line}, error: tasks.0.quarter "7"`)
  expect(await rowVersions(db)).toEqual([])
})

test('an amended plan is not taken in while nobody agrees, and says how to agree', async () => {
  const db = await ready()
  const before = await rowVersions(db)
  const nobody = await importPlan(db, newTitle)
  const refused = await importPlan(db, newTitle, { confirm: async () => false })
  for (const outcome of [nobody, refused]) {
    expect(outcome.refused).toBe(true)
    expect(outcome.lines.at(-1)).toContain('--yes')
    expect(jsonOf(outcome)).toMatchObject({ changed: 1, error: { code: 'not_confirmed' } })
  }
  expect(await rowVersions(db)).toEqual(before)
})

test('whoever is asked sees each field, from what to what, and by agreeing takes it in', async () => {
  const db = await ready()
  const questions: string[] = []
  const outcome = await importPlan(db, newTitle, {
    confirm: async (question) => questions.push(question) > 0,
  })
  expect(questions.join()).toContain(
    'Q2-b  shortTitle: Các khối sơ kết giao ước thi đua 6 tháng đầu năm -> Sơ kết giao ước thi đua 6 tháng',
  )
  expect(counts(outcome)).toEqual([0, 1, 16, 0])
  expect(counts(await importPlan(db, newTitle))).toEqual([0, 0, 17, 0])
})

test('a task that leaves the plan is no longer asked, and its reports stay', async () => {
  const db = await ready()
  await answer(db, 'MN01', 'Q3-c', 'done')
  const outcome = await importPlan(db, without('Q3-c'), { yes: true })
  expect(counts(outcome)).toEqual([0, 0, 16, 1])
  expect(outcome.lines.join('\n')).toContain('Q3-c  gone; its reports stay')
  expect(await asked(db)).not.toHaveProperty('Q3-c 3')
  expect(await reports(db)).toEqual(['MN01 Q3-c done'])
  expect(counts(await importPlan(db, without('Q3-c')))).toEqual([0, 0, 16, 0])
})

test('a task that comes back brings its reports and the office’s word along', async () => {
  const db = await ready()
  await answer(db, 'MN01', 'Q3-c', 'done')
  await set(db, 'Q3-c', 'title', 'Dự tập huấn')
  await importPlan(db, without('Q3-c'), { yes: true })
  const back = await importPlan(db, planText, { yes: true })
  expect(counts(back)).toEqual([1, 0, 16, 0])
  expect(jsonOf(back).asking).toEqual({ asked: 0, asked_again: 60, withdrawn: 0 })
  expect((await asked(db))['Q3-c 3']).toBe(60)
  expect(jsonOf(back).kept_by_office).toMatchObject([{ code: 'Q3-c', fields: [{ from: 'Dự tập huấn' }] }])
})

test('a new date in the plan moves what units owe', async () => {
  const db = await ready()
  expect(counts(await importPlan(db, dated('2026-12-20'), { yes: true }))).toEqual([0, 1, 16, 0])
  expect(await dueDates(db, 'Q4-c')).toEqual({ '2026-12-20': 60 })
})

test('a date set by the office stays, and the file’s is told', async () => {
  const db = await ready()
  await set(db, 'Q4-c', 'due', '2026-12-15')
  const outcome = await importPlan(db, dated('2026-12-20'), { yes: true })
  expect(outcome.lines.join('\n')).toContain(
    'Q4-c  dueOn: 2026-12-15 stays, as the office has set it; the file says 2026-12-20',
  )
  expect(counts(outcome)).toEqual([0, 0, 17, 0])
  expect(await dueDates(db, 'Q4-c')).toEqual({ '2026-12-15': 60 })
})

test('whether units are asked is the office’s word too', async () => {
  const db = await ready()
  await set(db, 'Q4-c', 'asks', 'no')
  expect(counts(await importPlan(db))).toEqual([0, 0, 17, 0])
  expect(await asked(db)).not.toHaveProperty('Q4-c 4')
})

test('what changes of the plan itself is told and asked as well', async () => {
  const db = await ready()
  const outcome = await importPlan(db, replaced(planText, ['number: 83/KH-UBND', 'number: 84/KH-UBND']), {
    yes: true,
  })
  expect(outcome.lines).toContain('plan  number: 83/KH-UBND -> 84/KH-UBND')
  expect(jsonOf(outcome).plan_changes).toHaveLength(1)
})

test('an amended plan is known since its first import', async () => {
  const db = await ready()
  const amended = replaced(planText, ['number: 83/KH-UBND', 'number: 84/KH-UBND'])
  await importPlan(db, amended, { yes: true, now: new Date('2026-12-24T02:00:00Z') })
  expect(await readPlans(db)).toMatchObject([{ number: '84/KH-UBND', importedAt: now }])
})

test('a plan of another year under a known code is a mistake', async () => {
  const db = await ready()
  const next = planText.replaceAll('dueOn: 2026', 'dueOn: 2027').replace('year: 2026', 'year: 2027')
  await expect(importPlan(db, next)).rejects.toThrow('KH-83-2026 is known as the plan of 2026')
})

test('a second plan of the same year is taken in only by agreement', async () => {
  const db = await ready()
  const second = planText.replace('code: KH-83-2026', 'code: KH-90-2026')
  const outcome = await importPlan(db, second)
  expect(outcome.refused).toBe(true)
  expect(outcome.lines.join('\n')).toContain('units will be asked by KH-83-2026 and by this one')
})
