/** One reply, several open tasks: what is said of which. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForTasks } from '../../../domain/replies/reply-tasks.ts'
import { TODAY } from './corpus.ts'
import { openTask, readingsOf, severalTasks } from './several-tasks.ts'

const open = (...codes: string[]) => codes.map(openTask)

test.each(severalTasks)('$id $text', ({ text, open, expected }) => {
  expect(readingsOf(text, open)).toBe(expected)
})

test('a reply that names no task is for the only open one', () => {
  expect(readingsOf('xong rồi', open('Q4-b'))).toBe('Q4-b=done')
  expect(readingsOf('xong cả hai phần rồi', open('Q4-b'))).toMatch(/^Q4-b=/)
})

test('with several tasks open, the reading is kept until we know which', () => {
  expect(readForTasks('xong rồi', open('Q4-b', 'Q4-c'), TODAY)).toEqual({
    ask: true,
    reading: { kind: 'status', status: 'done', sure: true },
  })
  expect(readForTasks('ok em', open('Q4-b', 'Q4-c'), TODAY)).toEqual({
    ask: true,
    reading: { kind: 'acknowledged' },
  })
})

describe('a task that is not open is never taken for another', () => {
  test.each([
    ['Q1-b xong rồi', ['Q4-b']],
    ['4c xong', ['Q4-b']],
    ['việc 2 xong', ['Q4-b']],
    ['cn-b xong', ['Q4-b', 'CN-a']],
    ['tc-1 xong', ['Q4-b']],
    ['việc 4 xong', ['Q4-b', 'Q4-c', 'CN-a']],
  ])('%s', (text, codes) => expect(readingsOf(text, open(...codes))).toBe('?'))
})

describe('a task named without a status does not get its neighbour’s', () => {
  test.each([
    ['báo cáo tổng kết 25/12, 4c xong rồi', 'Q4-c=done'],
    ['4c xong rồi, báo cáo tổng kết 25/12', 'Q4-c=done'],
    ['4b xong, 4c là việc gì vậy em?', 'Q4-b=done'],
    ['4b. 4c đang làm', 'Q4-c=in_progress'],
  ])('%s', (text, expected) => expect(readingsOf(text, open('Q4-b', 'Q4-c'))).toBe(expected))
})

describe('what only looks like a task’s code names none', () => {
  test.each(['lớp 4b nộp rồi', 'báo cáo số 12/BC-TH gửi rồi', 'xong 2 việc rồi ạ', 'em làm lúc 4h'])(
    '%s',
    (text) => {
      expect(readingsOf(text, open('Q4-c', 'CN-a', 'Q4-b'))).not.toMatch(/Q4-c|CN-a/)
    },
  )
})

test('two words on one task that disagree are not recorded without asking', () => {
  const read = readForTasks('4b xong. 4c đang làm. À 4b chưa làm', open('Q4-b', 'Q4-c'), TODAY)
  expect(read).toMatchObject({ readings: [{ code: 'Q4-b', reading: { sure: false } }, { code: 'Q4-c' }] })
})

test('two units that owe the same task share its code, and the reading says so', () => {
  expect(readingsOf('4b xong', [...open('Q4-b', 'Q4-b'), openTask('Q4-c')])).toBe('Q4-b=done')
})

test('any text and any open tasks are read without an error, and only open tasks are reported', () => {
  const bits = fc.constantFrom(
    '4b',
    'việc 1',
    '1,2',
    'cả hai',
    'còn lại',
    'xong',
    'chưa làm',
    ', ',
    '\n',
    'báo cáo tổng kết',
    ' ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(bits).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(texts, fc.subarray(['Q4-b', 'Q4-c', 'CN-a', 'TC-1']), (text, codes) => {
      const read = readForTasks(text, open(...codes), TODAY)
      if ('readings' in read)
        expect(codes).toEqual(expect.arrayContaining(read.readings.map(({ code }) => code)))
    }),
  )
})
