/** Long texts, cut so that nobody notices. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from '../../bot/split-text.ts'
import type { Mark } from '../../domain/message.ts'

const bold = (start: number, length: number): Mark => ({ start, length, style: 'bold' })
const texts = (text: string, most: number) => splitText(text, [], most).map((part) => part.text)

test('a text that fits stays whole, an empty one too', () => {
  expect(texts('a\nb', 3)).toEqual(['a\nb'])
  expect(texts('', 3)).toEqual([''])
})

test('a list is cut between lines', () => {
  expect(texts('1. Báo cáo\n2. Sơ kết\n3. Hồ sơ', 21)).toEqual(['1. Báo cáo\n2. Sơ kết', '3. Hồ sơ'])
})

test('a long line is cut between words, a long word anywhere', () => {
  expect(texts('thi đua yêu nước', 9)).toEqual(['thi đua', 'yêu nước'])
  expect(texts('abcdef', 4)).toEqual(['abcd', 'ef'])
})

test('no character is cut in two', () => {
  expect(texts('ab📌cd', 3)).toEqual(['ab', '📌c', 'd'])
})

test('what is bold stays bold on both sides of a cut', () => {
  expect(splitText('abc\ndef', [bold(2, 3)], 4)).toEqual([
    { text: 'abc', marks: [bold(2, 1)] },
    { text: 'def', marks: [bold(0, 1)] },
  ])
})

test('no text loses a letter, no part is too long, and marks stay on their letters', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'ế', '📌', ' ', '\n'), maxLength: 60 })
  fc.assert(
    fc.property(
      letters,
      fc.integer({ min: 2, max: 12 }),
      fc.nat(60),
      fc.nat(20),
      (text, most, start, length) => {
        const parts = splitText(text, [bold(start, length)], most)
        const bare = (s: string) => s.replace(/[ \n]/g, '')
        const marked = (of: string, marks: Mark[]) =>
          bare(marks.map((m) => of.slice(m.start, m.start + m.length)).join(''))
        expect(bare(parts.map((part) => part.text).join(''))).toBe(bare(text))
        expect(Math.max(...parts.map((part) => part.text.length))).toBeLessThanOrEqual(most)
        expect(parts.map((part) => marked(part.text, part.marks)).join('')).toBe(
          marked(text, [bold(start, length)]),
        )
        expect(parts.every((part) => part.text.isWellFormed())).toBe(true)
      },
    ),
  )
})
