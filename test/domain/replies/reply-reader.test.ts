/** What unit heads write in their own words, and what is recorded of it. */
import { describe, expect, test } from 'vitest'
import { type Reading, readReply } from '../../../domain/replies/reply-reader.ts'
import { figuresOf, labelled, recordedAs, sentenceOf, TODAY } from './corpus.ts'

const read = (text: string): Reading => readReply(text, TODAY)
const date = (day: string) => Temporal.PlainDate.from(day)

test('four of five replies that rules were written for are recorded without asking, and next to none wrongly', () => {
  const figures = figuresOf([...labelled('first-forty'), ...labelled('written')])
  expect(figures.recorded).toBeGreaterThanOrEqual(80)
  expect(figures.wrong).toBeLessThanOrEqual(1)
  expect(figures.wronglyDone).toBe(0)
})

/**
 * Measured once, when the rules were finished: 63.6 % recorded, 5.8 % of these wrong. The goal is 80 % and 1 %, so these
 * bounds only keep the reader from getting worse: tighten them when it gets better.
 */
const HELD_OUT = { recordedAtLeast: 63, wrongAtMost: 6 }

test('replies that no rule was written for are read no worse than before, and none is wrongly recorded as done', () => {
  const figures = figuresOf(labelled('held-out'))
  console.log(`held-out: ${sentenceOf(figures)}`)
  expect(figures.wronglyDone).toBe(0)
  expect(figures.wrong).toBeLessThanOrEqual(HELD_OUT.wrongAtMost)
  expect(figures.recorded).toBeGreaterThanOrEqual(HELD_OUT.recordedAtLeast)
})

describe('a task is done however that is typed', () => {
  test.each([
    'đã xong',
    'ĐÃ XONG',
    'da xong roi a',
    'ht r',
    'đã xong'.normalize('NFD'),
    'ddax xong rooif',
    'hoanf thanhf',
    'd9a4 xong ro6i2',
    'daxongroi',
    'xogn roiiii',
    'đả song rồi',
    'mần xong hết trơn rồi',
    '100%',
    'Ok, đã nộp bản cứng cho phòng',
    'viết xong, nộp rồi',
    'Không vướng gì, đã nộp đúng hạn',
  ])('%s', (text) => expect(recordedAs(text)).toBe('done'))
})

describe('a word of being done is not believed when something speaks against it', () => {
  test.each([
    'xong chưa?',
    'xong chua',
    'nộp rồi à em',
    'xong rồi hả em',
    'có xong đâu',
    'đã nộp đâu',
    'nếu xong rồi thì sao',
    'xong rồi em báo',
    'họp xong anh gọi lại',
    'mai xong',
    'cố gắng xong trong tuần',
    'chắc xong rồi',
    'nghe nói xong rồi',
    'trường bên cạnh xong rồi',
    'đã đọc xong công văn',
    'chưa được 100%',
    'đã xong ngày 25/12',
    'xong hết, trừ một trường',
  ])('%s', (text) => expect(recordedAs(text)).not.toBe('done'))
})

describe('what is partly or nearly done is in progress', () => {
  test.each([
    ['gan xong roi, con thieu anh', undefined],
    ['được một nửa', 50],
    ['xong 3/5 việc', 60],
    ['làm được 60 phần trăm rồi', 60],
    ['sáu mươi phần trăm ạ', 60],
    ['tầm 60-70%', 60],
    ['đang chờ lãnh đạo ký', undefined],
    ['đã xong phần kế hoạch, giao ước chưa ký', undefined],
  ])('%s', (text, percent) => {
    expect(read(text)).toEqual({
      kind: 'status',
      status: 'in_progress',
      sure: true,
      ...(percent !== undefined && { percent }),
    })
  })
})

describe('tone marks tell words apart', () => {
  test.each([
    ['bão nên phải hoãn hội nghị', 'blocked'],
    ['đã báo cáo phòng', 'done'],
    ['hổng làm được', 'blocked'],
    ['chửa làm', 'not_started'],
    ['đang gửi ảnh', 'in_progress'],
    ['đã đăng bài', 'done'],
  ])('%s', (text, status) => expect(recordedAs(text)).toBe(status))
})

describe('the day on which it will be done is read when it is clear', () => {
  test.each([
    ['đang làm, 25/12 xong', '2026-12-25'],
    ['đang làm, ngày 25 nộp', '2026-11-25'],
    ['đang làm, thứ 6 này nộp', '2026-11-27'],
    ['đang làm, mai gửi', '2026-11-24'],
    ['đang viết, thứ 3 tuần sau gửi', '2026-12-01'],
    ['đang làm, 5/1 xong', '2027-01-05'],
  ])('%s', (text, day) => {
    expect(read(text)).toMatchObject({ status: 'in_progress', expectedOn: date(day) })
  })

  test.each([
    'đang làm từ 15/3',
    'đang làm, tuần sau gửi',
    'đang làm, 25/12 hoặc 27/12 xong',
    'đang làm, 31/2 xong',
  ])('%s', (text) => expect(read(text)).not.toHaveProperty('expectedOn'))
})

test('a part of a task that waits for money does not hide behind the part under way', () => {
  expect(recordedAs('Đang vướng, chưa có hướng dẫn nên chưa triển khai được')).toBe('blocked')
  expect(recordedAs('60% rồi nhưng hết tiền')).toBe('blocked')
})

test('our own message, quoted above the answer, is not read as the answer', () => {
  expect(recordedAs('> Đồng chí đã xong chưa?\nđang làm nhé')).toBe('in_progress')
})

test('an answer for a wrong person is no report', () => {
  expect(read('Nhầm số rồi, tôi đã nghỉ hưu')).toEqual({ kind: 'none' })
})
