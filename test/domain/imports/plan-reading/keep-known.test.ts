// A document read over a plan that is known undoes nothing that people have settled.
import { expect, test } from 'vitest'
import { keepKnown } from '../../../../domain/imports/plan-reading/keep-known.ts'
import { readPlanDocument } from '../../../../domain/imports/plan-reading/read-plan-document.ts'
import { planChanges } from '../../../../domain/imports/plans/changes.ts'
import { changedFacts } from '../../../../domain/imports/plans/facts.ts'
import { type PlanFile, readPlanFile } from '../../../../domain/imports/plans/file.ts'
import { plan, tasks } from '../../plan-83.ts'
import { wordPlan } from './sample-plans.ts'

const known = { facts: plan.facts, tasks }

async function wordFileRead(): Promise<PlanFile> {
  const reading = await readPlanDocument(await wordPlan.bytes())
  const file = readPlanFile('yaml' in reading ? reading.yaml : '')
  if (!('data' in file)) throw new Error(JSON.stringify(file.problems))
  return file.data
}

test('the Word file of plan 83 changes nothing in plan 83', async () => {
  const read = keepKnown(await wordFileRead(), known)
  const { changed, added, gone } = planChanges(tasks, read.tasks)
  expect({ changed, added, gone }).toEqual({ changed: [], added: [], gone: [] })
  expect(changedFacts(JSON.parse(JSON.stringify(plan.facts)), read.plan.facts)).toEqual([])
})

test('a clause put in above others takes nothing over from the task that had its letter', async () => {
  const read = await wordFileRead()
  const amended = read.tasks.map((task) =>
    task.code === 'Q4-b' ? { ...task, fullText: 'Họp trực tuyến với các xã lân cận.' } : task,
  )
  const task = keepKnown({ ...read, tasks: amended }, known).tasks.find(({ code }) => code === 'Q4-b')
  expect(task?.audience).toEqual(['office'])
  expect(task?.evidence).toEqual([])
})

test('a day that the document states wins over the one that was concluded', async () => {
  const read = await wordFileRead()
  const dueOn = Temporal.PlainDate.from('2026-11-30')
  const stated = read.tasks.map((task) =>
    task.code === 'Q4-b' ? { ...task, dueOn, dueBasis: 'stated' as const } : task,
  )
  const changes = planChanges(tasks, keepKnown({ ...read, tasks: stated }, known).tasks)
  expect(changes.changed.map(({ code, fields }) => [code, fields.map(({ field }) => field)])).toEqual([
    ['Q4-b', ['dueOn', 'dueBasis']],
  ])
})
