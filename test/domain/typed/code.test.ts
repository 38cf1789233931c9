/** Which words are the code of an invitation. */
import { expect, test } from 'vitest'
import { typedCode } from '../../../domain/typed/code.ts'

test.each([
  '123456',
  '123 456',
  ' 123-456. ',
  '1 2 3 4 5 6',
  'ma 123456',
  'Mã: 123456',
  'MÃ 123 456',
  'mã số 123456',
  'mã đăng ký: 123 456',
  'Ma123456',
])('"%s" is the code 123456', (text) => {
  expect(typedCode(text)).toBe('123456')
})

test.each(['', '12345', '1234567', '0912345678', '123456 xong', 'việc 123456', 'mã', '12/12/2026', 'xong 6'])(
  '"%s" is no code',
  (text) => {
    expect(typedCode(text)).toBeNull()
  },
)
