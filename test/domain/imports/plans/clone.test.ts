/** Next year's plan as a draft of this year's. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clonePlan } from '../../../../domain/imports/plans/clone.ts'
import { readPlanFile } from '../../../../domain/imports/plans/file.ts'
import { moveYears } from '../../../../domain/imports/plans/move-years.ts'

const read = (text: string) => {
  const found = readPlanFile(text)
  if (!('data' in found)) throw new Error(JSON.stringify(found.problems))
  return found.data
}

const plan83 = read(readFileSync(new URL('../../../../db/seed/plan-83.yaml', import.meta.url), 'utf8'))

const filledIn = (yaml: string) =>
  yaml.replace(/number: ""/, 'number: 12/KH-UBND').replace(/issuedOn: ""/, 'issuedOn: 2027-02-20')

test('the draft is not taken in before its number and day of issue are written', () => {
  const found = readPlanFile(clonePlan(plan83, 2027))
  expect(found).not.toHaveProperty('data')
  expect(found.problems.filter(({ severity }) => severity === 'error').map(({ field }) => field)).toEqual([
    'plan.number',
    'plan.issuedOn',
  ])
})

test('filled in, it asks the same tasks in the same quarters of the new year', () => {
  const { plan, tasks } = read(filledIn(clonePlan(plan83, 2027)))
  expect(plan).toMatchObject({ code: 'KH-2027', year: 2027, number: '12/KH-UBND' })
  expect(plan.title).toContain('năm 2027')
  expect(tasks.map(({ code, quarter }) => [code, quarter])).toEqual(
    plan83.tasks.map(({ code, quarter }) => [code, quarter]),
  )
  expect(new Set(tasks.map(({ dueOn }) => dueOn.year))).toEqual(new Set([2027]))
})

test('the end of a month moves with its year, also that of February', () => {
  const ends = plan83.tasks.map((task) =>
    task.code === 'Q1-a'
      ? { ...task, dueOn: Temporal.PlainDate.from('2026-02-28'), dueBasis: 'inferred_month_end' as const }
      : task,
  )
  const { tasks } = read(
    filledIn(clonePlan({ ...plan83, tasks: ends }, 2028)).replace('2027-02-20', '2028-02-20'),
  )
  const moved = tasks.find(({ code }) => code === 'Q1-a')
  expect(`${moved?.dueOn} ${moved?.dueBasis}`).toBe('2028-02-29 inferred_month_end')
})

test('what holds all year moves with its title, and the themes are marked as those of the old year', () => {
  const draft = clonePlan(plan83, 2027)
  const { plan } = read(filledIn(draft))
  const duties = plan.facts.standingDuties as { fullText: string; shortTitle: string }[]
  const titles = duties.map(({ shortTitle }) => shortTitle)
  expect(titles).toContain('Các khối triển khai nhiệm vụ thi đua năm 2027')
  expect(duties.map(({ fullText, shortTitle }) => fullText + shortTitle).join()).not.toContain('2026')
  expect(draft).toMatch(/themes:\n *# chủ đề của năm 2026: ghi chủ đề năm 2027\n/)
})

test('a day that somebody named for the old year is marked for a second look', () => {
  const stated = plan83.tasks.map((task) =>
    task.code === 'Q4-b'
      ? { ...task, dueOn: Temporal.PlainDate.from('2026-12-10'), dueBasis: 'office' as const }
      : task,
  )
  const { tasks } = read(filledIn(clonePlan({ ...plan83, tasks: stated }, 2027)))
  const report = tasks.find(({ code }) => code === 'Q4-b')
  expect(report?.dueOn.toString()).toBe('2027-12-10')
  expect(report).toMatchObject({ dueBasis: 'inferred_no_date_in_text' })
  expect(report?.note).toContain('10/12')
})

test.each([
  ['tổng kết năm 2025, phát động năm 2026', 'tổng kết năm 2026, phát động năm 2027'],
  ['năm học 2025 - 2026', 'năm học 2026 - 2027'],
  ['nhiệm kỳ 2026 - 2031', 'nhiệm kỳ 2026 - 2031'],
  ['Luật năm 2022', 'Luật năm 2022'],
  ['số 20260', 'số 20260'],
  ['xây dựng phương hướng năm 2027', 'xây dựng phương hướng năm 2028'],
])('%s becomes %s', (text, moved) => {
  expect(moveYears(text, 2026, 2027)).toBe(moved)
})
