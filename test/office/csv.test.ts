/** Lists that leave the office as CSV open in Excel as they are, and nothing in them is calculated. */
import { expect, test } from 'vitest'
import { csv } from '../../office/csv.ts'

test('Vietnamese letters are told by the mark that Excel looks for', () => {
  expect([...csv([['Mã', 'Đơn vị']]).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test.each(['=cmd|x', '+84 912', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is shown and not calculated', (text) => {
  expect(new TextDecoder().decode(csv([[text]]))).toMatch(/^"?'/)
})

test('commas, quotes and line breaks stay within their cell', () => {
  expect(new TextDecoder().decode(csv([['a,b', 'nói "vâng"', 'một\nhai']]))).toBe(
    '"a,b","nói ""vâng""","một\nhai"\r\n',
  )
})
