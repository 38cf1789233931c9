/** When something is to go out, as people in an office write it. */
import { expect, test } from 'vitest'
import { readMoment } from '../../../domain/typed/moment.ts'

/** A Monday morning. */
const NOW = Temporal.PlainDateTime.from('2026-11-23T09:00')

test.each([
  ['14:30', '2026-11-23T14:30:00'],
  ['14h30', '2026-11-23T14:30:00'],
  ['lúc 14 giờ 30', '2026-11-23T14:30:00'],
  ['2h chiều nay', '2026-11-23T14:00:00'],
  ['10h sáng nay', '2026-11-23T10:00:00'],
  ['8h thứ hai', '2026-11-30T08:00:00'],
  ['thu 3 8h', '2026-11-24T08:00:00'],
  ['8h T4', '2026-11-25T08:00:00'],
  ['25/12 8h', '2026-12-25T08:00:00'],
  ['8h 25/12', '2026-12-25T08:00:00'],
  ['8h30 ngày 25/12/2026', '2026-12-25T08:30:00'],
  ['ngày mai 8h', '2026-11-24T08:00:00'],
  ['8 giờ rưỡi sáng mai', '2026-11-24T08:30:00'],
  ['7g30 mai', '2026-11-24T07:30:00'],
  ['8h, thứ sáu', '2026-11-27T08:00:00'],
  ['15/1 8h', '2027-01-15T08:00:00'],
])('"%s" is %s', (text, moment) => {
  expect(readMoment(text, NOW).toString()).toBe(moment)
})

test.each(['8h', '8:59 hôm nay', '8h 20/11', '9h', '8h sáng nay'])('"%s" is past', (text) => {
  expect(readMoment(text, NOW)).toBe('past')
})

test.each([
  '',
  'thứ hai',
  'mai',
  '25/12',
  '25h',
  '8h75',
  '8h 31/2',
  '8h hoặc 9h mai',
  '8h thứ hai, thứ ba',
  'sớm nhé',
  '8h khi nào xong',
])('"%s" is not clear', (text) => {
  expect(readMoment(text, NOW)).toBe('unclear')
})
