/** How a mistake that zod found is worded for people who never heard of zod. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { explainIssue } from '../../../domain/imports/explain-issue.ts'

const explain = (schema: z.ZodType, value: unknown) =>
  schema
    .safeParse(value, { reportInput: true, error: () => '' })
    .error?.issues.flatMap(explainIssue)
    .map(({ problem, mend }) => `${problem} ${mend}`)

test.each([
  [z.number(), 'Write a number.'],
  [z.array(z.string()), 'Write a list.'],
  [z.boolean(), 'Write true or false.'],
  [z.literal(1), 'Write 1.'],
  [z.url(), 'Write a web address such as https://example.org.'],
  [z.string().min(8), 'Write text of at least 8 characters.'],
  [z.string().max(2), 'Write text of at most 2 characters.'],
  [z.union([z.boolean(), z.array(z.string())]), 'Write true or false or a list.'],
  [z.string().regex(/^\d+$/), 'Write text in the form asked for here.'],
])('what a rule asks for is said as something to write', (rule, mend) => {
  expect(explain(z.object({ field: rule }), { field: 'what' })?.[0]).toContain(mend)
})

test('a missing field is asked for with what it holds', () => {
  expect(explain(z.object({ basis: z.enum(['stated', 'inferred']) }), {})).toEqual([
    '"basis" is missing. Add "basis" with one of stated, inferred.',
  ])
})

test('a rule may say itself how to mend, and a refinement what is wrong', () => {
  const code = z.string().regex(/^Q/, 'Start it with Q.')
  expect(explain(code, 'x')).toEqual(['The file is not text in the form asked for here. Start it with Q.'])
  const even = z.number().refine((n) => n % 2 === 0, { error: '3 is odd.', params: { mend: 'Add one.' } })
  expect(explain(even, 3)).toEqual(['3 is odd. Add one.'])
})

test('each unknown field is told by itself', () => {
  expect(explain(z.strictObject({}), { a: 1, b: 2 })).toHaveLength(2)
})

test('a long value is quoted by its beginning', () => {
  const issue = z.number().safeParse('x'.repeat(500), { reportInput: true }).error!.issues[0]!
  expect(explainIssue(issue)[0]?.value).toBe(`${'x'.repeat(79)}…`)
})
