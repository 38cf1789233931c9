/** Importing an amended plan over the one that is known. */
import { expect, test } from 'vitest'
import { planChanges } from '../../../../domain/imports/plans/changes.ts'
import type { PlanTask } from '../../../../domain/imports/plans/file.ts'
import { task, tasks } from '../../plan-83.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const amended = (code: string, change: Partial<PlanTask>) =>
  tasks.map((each) => (each.code === code ? { ...each, ...change } : each))

/** As `plan set` leaves a task. */
const dateSet: Partial<PlanTask> = { dueOn: day('2026-12-15'), dueBasis: 'office' }

test('the first import adds every task', () => {
  expect(planChanges([], tasks)).toEqual({
    added: tasks,
    changed: [],
    keptByOffice: [],
    unchanged: [],
    gone: [],
    tasks,
  })
})

test('the same plan again changes nothing', () => {
  const again = planChanges(
    tasks,
    tasks.map((each) => storedCopy(each)),
  )
  expect([again.added, again.changed, again.keptByOffice, again.gone]).toEqual([[], [], [], []])
  expect(again.unchanged).toHaveLength(17)
})

test('what an amended plan says otherwise is told field by field', () => {
  const { changed, unchanged } = planChanges(
    tasks,
    amended('Q4-b', { dueOn: day('2026-12-20'), audience: ['office'] }),
  )
  expect(changed).toEqual([
    {
      code: 'Q4-b',
      fields: [
        { field: 'audience', from: ['office', 'all_units'], to: ['office'] },
        { field: 'dueOn', from: day('2026-12-31'), to: day('2026-12-20') },
      ],
    },
  ])
  expect(unchanged).toHaveLength(16)
})

test('a task that left the plan is gone', () => {
  expect(planChanges(tasks, tasks.slice(0, -1)).gone).toEqual([task('TC-1')])
})

test('a date set by the office stays, and the file’s date is told beside it', () => {
  const changes = planChanges(amended('Q4-b', dateSet), tasks)
  expect(changes.changed).toEqual([])
  expect(changes.unchanged).toContain('Q4-b')
  expect(changes.keptByOffice).toEqual([
    { code: 'Q4-b', fields: [{ field: 'dueOn', from: day('2026-12-15'), to: day('2026-12-31') }] },
  ])
  expect(changes.tasks.find(({ code }) => code === 'Q4-b')).toEqual({ ...task('Q4-b'), ...dateSet })
})

test('the other fields of that task follow the file', () => {
  const { changed } = planChanges(
    amended('Q4-b', dateSet),
    amended('Q4-b', { shortTitle: 'Báo cáo tổng kết' }),
  )
  expect(changed).toEqual([
    {
      code: 'Q4-b',
      fields: [{ field: 'shortTitle', from: task('Q4-b').shortTitle, to: 'Báo cáo tổng kết' }],
    },
  ])
})

test.each<[string, Partial<PlanTask>]>([
  ['title', { shortTitle: 'Báo cáo năm', titleBasis: 'office' }],
  ['audience', { audience: ['schools'], audienceBasis: 'office' }],
  ['evidence', { evidence: ['anh'], evidenceBasis: 'office' }],
])('%s set by the office stays', (_, set) => {
  const changes = planChanges(amended('Q4-b', set), tasks)
  expect(changes.tasks.find(({ code }) => code === 'Q4-b')).toMatchObject(set)
  expect(changes.keptByOffice).toHaveLength(1)
})

test('the office’s word is no news where the file has come to say the same', () => {
  const changes = planChanges(amended('Q4-b', dateSet), amended('Q4-b', { dueOn: day('2026-12-15') }))
  expect(changes.keptByOffice).toEqual([])
  expect(changes.changed).toEqual([])
})

/** As the database would give it back: equal, and not the same object. */
function storedCopy(each: PlanTask): PlanTask {
  return { ...each, audience: [...each.audience], dueOn: day(each.dueOn.toString()) }
}
