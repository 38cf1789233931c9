/** What the office reads when a YAML file that it wrote has mistakes. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { dateField } from '../../../domain/imports/date-field.ts'
import { parseYaml } from '../../../domain/imports/yaml-lines.ts'

const schema = z.strictObject({
  title: z.string().min(1),
  tasks: z
    .array(
      z.strictObject({
        code: z.string().regex(/^Q[1-4]-[a-z]$/, 'Write a code like Q4-b.'),
        quarter: z.int().min(1).max(4).nullable(),
        basis: z.enum(['stated', 'inferred']),
        evidence: z.array(z.string()).min(1),
        dueOn: dateField,
      }),
    )
    .superRefine((tasks, context) => {
      const seen = new Set<string>()
      for (const [index, { code }] of tasks.entries()) {
        if (seen.has(code))
          context.addIssue({
            code: 'custom',
            path: [index, 'code'],
            message: `The code ${code} stands twice.`,
            params: { mend: 'Give each task a code of its own.' },
            input: code,
          })
        seen.add(code)
      }
    }),
})

const GOOD = `# The plan
title: Kế hoạch
tasks:
  - code: Q4-b
    quarter: 4
    basis: stated
    evidence: [bao_cao]
    dueOn: 2026-12-31
  - {code: Q4-c, quarter: null, basis: inferred, evidence: [anh], dueOn: 2026-12-31}
`

const problemsOf = (text: string) => {
  const result = parseYaml(text, schema)
  return 'problems' in result ? result.problems : []
}
/** The good file with one stretch written otherwise. */
const problemsWith = (right: string, wrong: string) => {
  expect(GOOD).toContain(right)
  return problemsOf(GOOD.replace(right, wrong))
}

test('a good file is read as the schema says', () => {
  const result = parseYaml(GOOD, schema)
  expect('data' in result && result.data.tasks[0]?.dueOn.toString()).toBe('2026-12-31')
})

test('text typed with separate tone marks is read in the one form that is kept', () => {
  const result = parseYaml(GOOD.normalize('NFD'), schema)
  expect('data' in result && result.data.title).toBe('Kế hoạch'.normalize('NFC'))
})

test('a wrong value is told with its line, its place, what stands there and how to mend it', () => {
  expect(problemsWith('dueOn: 2026-12-31\n', 'dueOn: 31/12/2026\n')).toEqual([
    {
      line: 8,
      field: 'tasks.0.dueOn',
      value: '31/12/2026',
      problem: '"dueOn" is not a day of the calendar.',
      mend: 'Write a day as year-month-day, such as 2026-12-31.',
      severity: 'error',
    },
  ])
})

test.each([
  [
    'a day that no calendar has',
    'dueOn: 2026-12-31\n',
    'dueOn: 2026-02-30\n',
    8,
    'Write a day as year-month-day',
  ],
  ['a word that is none of the list', 'basis: stated', 'basis: guessed', 6, 'one of stated, inferred'],
  ['a number too large', 'quarter: 4', 'quarter: 5', 5, 'a number of at most 4'],
  ['a number that is not whole', 'quarter: 4', 'quarter: 3.5', 5, 'a whole number'],
  ['a number where text belongs', 'title: Kế hoạch', 'title: 2026', 2, 'in quotes'],
  ['an empty text', 'title: Kế hoạch', "title: ''", 2, 'text that is not empty'],
  ['an empty list', '[bao_cao]', '[]', 7, 'a list that is not empty'],
  ['a text where a list belongs', '[bao_cao]', 'bao_cao', 7, 'a list'],
  ['a code of the wrong form', 'code: Q4-b', 'code: b4', 4, 'Write a code like Q4-b.'],
  ['a mistake in a task on one line', 'basis: inferred', 'basis: guessed', 9, 'one of stated, inferred'],
])('%s is told on its line', (_, right, wrong, line, mend) => {
  const problems = problemsWith(right, wrong)
  expect(problems.map((problem) => problem.line)).toEqual([line])
  expect(problems[0]?.mend).toContain(mend)
})

test('a missing field is told on the line of the task that lacks it', () => {
  expect(problemsWith('    basis: stated\n', '')).toMatchObject([
    { line: 4, field: 'tasks.0.basis', value: '', problem: '"basis" is missing.' },
  ])
})

test('a misspelt field is told on its own line', () => {
  expect(problemsWith('quarter: 4', 'quater: 4')).toMatchObject([
    { line: 4, field: 'tasks.0.quarter', problem: '"quarter" is missing.' },
    { line: 5, field: 'tasks.0.quater', value: '4', problem: '"quater" is not a field known here.' },
  ])
})

test('a value that is itself many lines is told on the line of its name', () => {
  expect(problemsWith('[bao_cao]', '\n      bao_cao: true\n      anh: false')).toMatchObject([
    { line: 7, field: 'tasks.0.evidence', value: '{"bao_cao":true,"anh":false}' },
  ])
})

test("a schema's own rule is told in its own words", () => {
  expect(problemsWith('Q4-c', 'Q4-b')).toMatchObject([
    {
      line: 9,
      field: 'tasks.1.code',
      value: 'Q4-b',
      problem: 'The code Q4-b stands twice.',
      mend: 'Give each task a code of its own.',
    },
  ])
})

test('every mistake of the file is told at once, from the top down', () => {
  const text = GOOD.replace('code: Q4-c', 'code: x')
    .replace('quarter: 4', 'quarter: 9')
    .replace('title', 'tittle')
  expect(problemsOf(text).map(({ line }) => line)).toEqual([1, 2, 5, 9])
})

test.each([
  ['a bracket left open', '[bao_cao]', '[bao_cao', 8],
  ['a field written twice', 'basis: stated', 'code: Q4-b', 6],
  ['a colon inside bare text', 'title: Kế hoạch', 'title: Kế hoạch: năm 2026', 2],
])('%s is told with its line', (_, right, wrong, line) => {
  const [problem] = problemsWith(right, wrong)
  expect(problem).toMatchObject({ line, problem: expect.stringContaining('not valid YAML') })
})

test('an alias that leads nowhere is a problem, not a crash', () => {
  expect(problemsWith('quarter: 4', 'quarter: *four')).toMatchObject([
    { problem: expect.stringContaining('Unresolved alias') },
  ])
})

test('a repeated part is followed to the lines where it is written', () => {
  const text = GOOD.replace('- code: Q4-b', '- &first\n    code: b4').replace(/ {2}- \{.*\n/, '  - *first\n')
  // The wrong code once for each task, and once more for standing twice.
  expect(problemsOf(text).map(({ line }) => line)).toEqual([5, 5, 5])
})

test('an empty file is a problem of the file', () => {
  expect(problemsOf('')).toMatchObject([
    { line: 1, field: '', problem: 'The file is not a group of fields.' },
  ])
})
