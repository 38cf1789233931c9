/** One text to keep and one to compare, whichever keyboard it came from. */
import { describe, expect, test } from 'vitest'
import { fold, tidy } from '../../domain/vietnamese.ts'

describe('folded, every way of typing a word is the same', () => {
  test.each([
    ['hòa', 'hoà'],
    ['Ủy ban', 'Uỷ ban'],
    ['Ủy ban', 'uy ban'],
    ['Đặc khu', 'dac khu'],
    ['ĐƯỜNG', 'đường'],
    ['Ðảng', 'Đảng'],
    ['báo\u00a0  cáo', 'BAO CAO'],
    ['báo cáo!', ' bao-cao '],
    ['ｖｉệｃ', 'việc'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other))
    expect(fold(one.normalize('NFD'))).toBe(fold(other.normalize('NFC')))
  })
})

test('folded text holds letters, digits and single spaces only', () => {
  expect(fold('  Đã xong 100% – gửi số 12/BC-MN ạ ')).toBe('da xong 100 gui so 12 bc mn a')
  expect(fold('👍')).toBe('')
})

test('words that differ in letters stay apart', () => {
  expect(fold('xong')).not.toBe(fold('sông'))
})

test('a kept text is composed, with single spaces and none at the ends', () => {
  expect(tidy('  Trạm \t Y tế\u00a0\n Lưu động '.normalize('NFD'))).toBe('Trạm Y tế Lưu động')
})

test('a kept text keeps its case, its tone marks and its spelling', () => {
  expect(tidy('Uỷ ban nhân dân')).toBe('Uỷ ban nhân dân')
})
