/** Telephone numbers as offices really type them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalisePhone, showPhone } from '../../domain/phone.ts'

describe('a number is the same however it is typed', () => {
  test.each([
    '0900000101',
    '0900 000 101',
    '0900.000.101',
    '0900-000–101',
    '(0900) 000 101',
    '+84 900 000 101',
    '+84 (0) 900 000 101',
    '84900000101',
    '0084 900 000 101',
    '\u202a0900\u00a0000\u00a0101\u202c',
  ])('%s', (typed) => {
    expect(normalisePhone(typed)).toEqual({ phone: '0900000101' })
  })

  test.each(['0225 3888 101', '+84 225 3888 101', '0084 (0)225.3888.101'])('landline %s', (typed) => {
    expect(normalisePhone(typed)).toEqual({ phone: '02253888101' })
  })
})

describe('the zero that a spreadsheet dropped is put back, and told', () => {
  test.each([
    ['900000103', '0900000103'],
    ['842345678', '0842345678'],
    ['2253888101', '02253888101'],
  ])('%s', (typed, phone) => {
    expect(normalisePhone(typed)).toEqual({ phone, note: 'leading zero restored' })
  })
})

test.each([
  '',
  'chưa có',
  '0900 000 1O8',
  '0900 000 10',
  '0900 000 1011',
  '0123 456 789',
  '0400 000 101',
  '+1 202 555 0101',
  '9.00E+08',
])('"%s" is no number we could ring', (typed) => {
  expect(normalisePhone(typed)).toBeNull()
})

test('two numbers in one cell are not run together', () => {
  expect(normalisePhone('0900 000 101 / 0900 000 102')).toBeNull()
})

test('a number that was read once, or shown, is read as itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0([35789]\d{8}|2\d{9})$/), (phone) => {
      expect(normalisePhone(phone)).toEqual({ phone })
      expect(normalisePhone(showPhone(phone))).toEqual({ phone })
    }),
  )
})

test('a number is shown in groups that can be read out', () => {
  expect(showPhone('0900000101')).toBe('0900 000 101')
  expect(showPhone('02253888101')).toBe('0225 3888 101')
  expect(showPhone('02438881010')).toBe('024 3888 1010')
})
