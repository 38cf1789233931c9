/** What the office is told about a plan's file that has a mistake in it, or something doubtful. */
import { expect, test } from 'vitest'
import { readPlanFile } from '../../../../domain/imports/plans/file.ts'
import { planText } from '../../plan-83.ts'

/** Reads the plan with `right` written as `wrong`, at its first place; `line` is where that is. */
function readWith(right: string, wrong: string) {
  const place = planText.indexOf(right)
  expect(place).toBeGreaterThan(-1)
  const line = planText.slice(0, place + right.search(/\S/)).split('\n').length
  return { line, result: readPlanFile(planText.replace(right, wrong)) }
}

test.each([
  ['a code that stands twice', 'code: Q1-b', 'code: Q1-a', 'tasks.1.code', 'Q1-a'],
  ['a standing duty with the code of a task', 'code: TC-1', 'code: Q1-a', 'standingDuties.0.code', 'Q1-a'],
  ['a code that holds a comma', 'code: Q1-b', 'code: Q1,b', 'tasks.1.code', 'Q1,b'],
  [
    'an empty title',
    'shortTitle: Ban hành Chỉ thị, Kế hoạch thi đua năm 2026',
    "shortTitle: ' '",
    'tasks.0.shortTitle',
    ' ',
  ],
  ['a date in another year', 'dueOn: 2026-06-30', 'dueOn: 2027-06-30', 'tasks.3.dueOn', '2027-06-30'],
  ['a day that does not exist', 'dueOn: 2026-06-30', 'dueOn: 2026-06-31', 'tasks.3.dueOn', '2026-06-31'],
  [
    'a group of people nobody knows',
    '[office, leaders]',
    '[office, elders]',
    'tasks.2.responsible.audience.1',
    'elders',
  ],
  ['nobody to do it', 'audience: [office, leaders]', 'audience: []', 'tasks.2.responsible.audience', '[]'],
  ['evidence that is not explained', '[giao_uoc, anh]', '[giao_uoc, video]', 'tasks.2.evidence.1', 'video'],
  ['a fifth quarter', 'quarter: 4', 'quarter: 5', 'tasks.9.quarter', '5'],
  ['another version', 'schemaVersion: 1', 'schemaVersion: 2', 'schemaVersion', '2'],
])('%s keeps the plan out, and is told with its line', (_, right, wrong, field, value) => {
  const { line, result } = readWith(right, wrong)
  expect(result).not.toHaveProperty('data')
  expect(result.problems).toMatchObject([{ line, field, value, severity: 'error' }])
})

test('a group that the file’s own vocabulary does not explain keeps the plan out', () => {
  const { result } = readWith('    council:', '    # council:')
  expect(result.problems.map(({ field }) => field)).toEqual([
    'tasks.5.responsible.audience.1',
    'tasks.7.responsible.audience.0',
    'tasks.9.responsible.audience.1',
  ])
  expect(result.problems[0]?.mend).toMatch(/^Write one of office, leaders, blocks/)
})

test('a duty that is to be a task needs a date; one that is not may keep what it has', () => {
  const { result } = readWith('    dueOn: 2026-03-31\n    dueBasis: inferred_no_date_in_text', '')
  expect(result.problems.map(({ field }) => field)).toEqual([
    'standingDuties.0.dueOn',
    'standingDuties.0.dueBasis',
  ])

  const { result: without } = readWith('loadAsTask: true', 'loadAsTask: false')
  expect(without.problems).toEqual([])
  expect(without).toHaveProperty('data.tasks.length', 16)
})

test('a date outside its quarter is taken with a warning', () => {
  const { line, result } = readWith('dueOn: 2026-06-30', 'dueOn: 2026-07-05')
  expect(result).toHaveProperty('data')
  expect(result.problems).toMatchObject([{ line, field: 'tasks.3.dueOn', severity: 'warning' }])
})

test('an unknown key is taken with a warning', () => {
  const { line, result } = readWith('    quarter: 2', '    quater: 1\n    quarter: 2')
  expect(result).toHaveProperty('data')
  expect(result.problems).toMatchObject([{ line, field: 'tasks.3.quater', severity: 'warning' }])
})

test('a misspelt key is told beside the one that is missing, and everything at once, by line', () => {
  const misspelt = planText.replace('    quarter: 2', '    quater: 2').replace('quarter: 4', 'quarter: 5')
  const { problems } = readPlanFile(misspelt)
  expect(problems.map(({ field, severity }) => [field, severity])).toEqual([
    ['tasks.3.quarter', 'error'],
    ['tasks.3.quater', 'warning'],
    ['tasks.9.quarter', 'error'],
  ])
})

test('a file that is no YAML is told once', () => {
  expect(readPlanFile('plan: [').problems).toMatchObject([{ line: 1, severity: 'error' }])
})
