/** Finding a task by a code that was typed as it comes. */
import { expect, test } from 'vitest'
import { splitTaskCode, tasksMeant } from '../../../domain/plans/task-code.ts'

const tasks = ['Q4-a', 'Q4-b', 'Q4.B', 'TC-1', 'Đ-1'].map((code) => ({ code }))
const meant = (code: string) => tasksMeant(tasks, code).map((task) => task.code)

test('case, signs and tone marks do not matter', () => {
  expect(meant('q4a')).toEqual(['Q4-a'])
  expect(meant('tc 1')).toEqual(['TC-1'])
  expect(meant('d1')).toEqual(['Đ-1'])
  expect(meant('q4-z')).toEqual([])
})

test('a code as it stands means that task alone, a loose one every task that it fits', () => {
  expect(meant('Q4-b')).toEqual(['Q4-b'])
  expect(meant('q4b')).toEqual(['Q4-b', 'Q4.B'])
})

test('what stands before the last slash is the plan', () => {
  expect(splitTaskCode('2026/Q4-b')).toEqual({ plan: '2026', code: 'Q4-b' })
  expect(splitTaskCode('Q4-b')).toEqual({ plan: undefined, code: 'Q4-b' })
})
