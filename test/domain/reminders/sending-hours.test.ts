/** When the office writes first. */
import { expect, test } from 'vitest'
import { nextSendingMoment, type SendingHours } from '../../../domain/reminders/sending-hours.ts'
import { vietnam } from '../vietnam.ts'

const HOURS: SendingHours = [
  ['07:30', '11:00'],
  ['13:30', '16:30'],
]
const ZONE = 'Asia/Ho_Chi_Minh'

/** The office's clock: `2026-12-17 08:00`. */
const next = (clock: string, hours = HOURS) => {
  const moment = new Date(Temporal.PlainDateTime.from(clock).toZonedDateTime(ZONE).epochMilliseconds)
  const sends = nextSendingMoment(moment, hours, vietnam, ZONE)
  const shown = Temporal.Instant.fromEpochMilliseconds(sends.getTime()).toZonedDateTimeISO(ZONE)
  return shown.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

test.each([
  ['within the hours, at once', '2026-12-17 08:00', '2026-12-17 08:00'],
  ['at the first minute, at once', '2026-12-17 07:30', '2026-12-17 07:30'],
  ['before dawn, in the morning', '2026-12-17 04:10', '2026-12-17 07:30'],
  ['at the end of the morning, after the noon rest', '2026-12-17 11:00', '2026-12-17 13:30'],
  ['in the evening, the next morning', '2026-12-17 20:00', '2026-12-18 07:30'],
  ['on Friday evening, on Monday', '2026-12-18 17:00', '2026-12-21 07:30'],
  ['on a holiday, after it', '2026-11-24 09:00', '2026-11-25 07:30'],
  ['on New Year’s Eve after hours, on the Monday after the holiday', '2026-12-31 16:30', '2027-01-04 07:30'],
])('%s', (_, now, sends) => {
  expect(next(now)).toBe(sends)
})

test('a Saturday worked in exchange for a holiday has sending hours, a usual one has none', () => {
  expect(next('2026-11-28 09:00')).toBe('2026-11-28 09:00')
  expect(next('2026-11-27 18:00')).toBe('2026-11-28 07:30')
  expect(next('2026-12-05 09:00')).toBe('2026-12-07 07:30')
})

test('hours may be given in any order', () => {
  expect(next('2026-12-17 06:00', [...HOURS].reverse())).toBe('2026-12-17 07:30')
  expect(next('2026-12-17 18:00', [...HOURS].reverse())).toBe('2026-12-18 07:30')
})

test('the hours are those of the office’s zone, not of the server', () => {
  const early = new Date('2026-12-17T00:29:00Z')
  expect(nextSendingMoment(early, HOURS, vietnam, ZONE)).toEqual(new Date('2026-12-17T00:30:00Z'))
})
