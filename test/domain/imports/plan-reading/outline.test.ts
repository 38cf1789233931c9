// The order of clauses, also where a scanner or a typist has damaged their letters.
import { expect, test } from 'vitest'
import { type Clause, outlineOf } from '../../../../domain/imports/plan-reading/outline.ts'

const flat = (clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap((clause) => [clause, ...flat(clause.children)])
const read = (...texts: string[]) =>
  flat(outlineOf(texts.map((text, index) => ({ line: index + 1, text }))).clauses)
const paths = (...texts: string[]) => read(...texts).map(({ path }) => path)

test('sections, numbers, letters and dashes stand under each other', () => {
  expect(
    paths('II. NHIỆM VỤ', '1. Quý I', 'a) Một', 'b) Hai:', '- Ba', '- Bốn', '2. Quý II', 'a) Năm'),
  ).toEqual([...['II', 'II.1', 'II.1.a', 'II.1.b', 'II.1.b-1', 'II.1.b-2', 'II.2', 'II.2.a']])
})

test('2.1 under 2 is cited as it stands', () => {
  expect(paths('I. X', '1. A', '2. B', '2.1. C', 'a) D')).toEqual(['I', 'I.1', 'I.2', 'I.2.1', 'I.2.1.a'])
})

test('a damaged letter is taken from the order of the list, and marked', () => {
  const clauses = read('1. X', 'a) Một', 'b) Hai', '¢) Ba', 'd) Bốn', 'd) Năm')
  expect(clauses.map(({ label }) => label)).toEqual(['1', 'a', 'b', 'c', 'd', 'đ'])
  expect(clauses.filter(({ doubts }) => doubts.includes('marker_damaged'))).toHaveLength(2)
})

test('a letter left out is marked, and e may follow d', () => {
  const doubtful = (...letters: string[]) =>
    read('1. X', ...letters.map((letter) => `${letter}) Việc`)).filter(({ doubts }) => doubts.length > 0)
  expect(doubtful('a', 'c').map(({ label }) => label)).toEqual(['c'])
  expect(doubtful('a', 'b', 'c', 'd', 'e', 'f', 'g')).toEqual([])
  expect(doubtful('a', 'b', 'c', 'd', 'đ', 'e', 'g')).toEqual([])
})

test('a section whose roman number was scanned as 1 is the next section', () => {
  expect(paths('I. MỤC', '1. A', 'II. VIỆC', '1. B', '2. C', '1. TO CHU’C THUC HIEN', '1. D')).toEqual([
    ...['I', 'I.1', 'II', 'II.1', 'II.2', 'III', 'III.1'],
  ])
})

test('1. in capitals right below a section stays below it', () => {
  expect(paths('I. MỤC ĐÍCH, YÊU CẦU', '1. MỤC ĐÍCH', '2. YÊU CẦU')).toEqual(['I', 'I.1', 'I.2'])
})

test('the Party writes its numbers with a dash', () => {
  expect(paths('II- NHIỆM VỤ', '1- Quý I', '- Một', '2- Quý II', '- Hai')).toEqual([
    ...['II', 'II.1', 'II.1-1', 'II.2', 'II.2-1'],
  ])
})
