/** What holds for every reply that anybody may ever write. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Reading, readReply } from '../../../domain/replies/reply-reader.ts'
import { TODAY } from './corpus.ts'

const read = (text: string): Reading => readReply(text, TODAY)

const acknowledgement = fc.constantFrom(
  'ok',
  'vâng',
  'vang a',
  'đã nhận',
  'da nhan',
  'đã rõ',
  'cảm ơn em',
  '👍',
  'dạ vâng',
)

test('words of receipt are receipts, whatever their case and signs', () => {
  fc.assert(
    fc.property(acknowledgement, fc.boolean(), fc.stringMatching(/^[ .!,~]{0,4}$/), (words, loud, signs) => {
      expect(read((loud ? words.toUpperCase() : words) + signs)).toEqual({ kind: 'acknowledged' })
    }),
  )
})

const done = fc.constantFrom(
  'xong',
  'xong rồi',
  'hoàn thành',
  'nộp',
  'nộp rồi',
  'gửi báo cáo',
  'làm xong',
  'họp',
  '100%',
  'ht',
)

test('"chưa" before what is done is never done', () => {
  fc.assert(
    fc.property(
      done,
      fc.constantFrom('chưa', 'Chưa', 'chua', 'ch', 'CHƯA', 'chwa', 'vẫn chưa'),
      (words, notYet) => {
        expect(read(`${notYet} ${words}`)).not.toMatchObject({ status: 'done' })
      },
    ),
  )
})

test('any text at all is read without an error', () => {
  const bits = fc.constantFrom(
    'xong',
    'chưa',
    '25/12',
    '%',
    '0/0',
    '?',
    '\n',
    'q4b',
    '99/99',
    '👍',
    '́',
    'việc 1',
    ' ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(bits).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(['status', 'acknowledged', 'none']).toContain(read(text).kind)
    }),
  )
})

test.each(['chưa xong a b c ', 'nhanhanha', 'q4b, ', '1/2', 'x'])(
  'the longest message that a platform lets through is read at once: %s',
  (words) => {
    const start = performance.now()
    read(words.repeat(4096 / words.length))
    expect(performance.now() - start).toBeLessThan(500)
  },
)
