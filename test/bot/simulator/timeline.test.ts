/** The simulator's timeline: what went out and why, in words that a visitor understands. */
import { expect, test } from 'vitest'
import { drawTimeline } from '../../../bot/simulator/timeline.ts'
import type { SentGroup } from '../../../db/simulator/timeline.ts'
import { calendarFrom } from '../../../domain/calendar.ts'
import { DEFAULT_CADENCE } from '../../../domain/reminders/cadence.ts'
import { translator } from '../../../locales/i18n.ts'

const words = { t: translator('vi'), language: 'vi' as const, timeZone: 'Asia/Ho_Chi_Minh' }
const newYear = { date: Temporal.PlainDate.from('2027-01-01'), works: false, name: 'Tết Dương lịch' }
const rules = { calendar: calendarFrom([newYear]), cadence: DEFAULT_CADENCE }

const sent = (at: string, why: string, code = 'Q4-b'): SentGroup => ({
  at: new Date(at),
  kind: 'reminder',
  people: 5,
  recipients: ['An', 'Bình', 'Chi'],
  task: { code, title: 'Báo cáo tổng kết', dueOn: Temporal.PlainDate.from('2026-12-31'), why },
})

test('a reminder is told with its wave, its task and the weekday of the due date', () => {
  expect(drawTimeline([sent('2026-12-24T00:30:00Z', 'T-7')], rules, words)).toEqual([
    {
      day: 'thứ Năm, 24/12/2026',
      entries: [
        {
          time: '7h30',
          kind: 'Nhắc việc',
          reason: 'T-7 · Q4-b · 31/12 là thứ Năm',
          tasks: ['Q4-b Báo cáo tổng kết'],
          people: 'An, Bình, Chi và 2 người khác',
          moved: null,
        },
      ],
    },
  ])
})

test('what the calendar moved is told with the day it would have been and the reason', () => {
  const [day] = drawTimeline([sent('2027-01-04T00:30:00Z', 'T+1,T+3')], rules, words)
  expect(day?.entries[0]?.moved).toBe(
    'T+1 đúng ra là thứ Sáu 01/01/2027 (Tết Dương lịch), nên gửi thứ Hai 04/01/2027. ' +
      'T+3 đúng ra là Chủ nhật 03/01/2027 (ngày nghỉ cuối tuần), nên gửi thứ Hai 04/01/2027.',
  )
})

test('the opening of a quarter is one entry with all its tasks', () => {
  const opening = [
    sent('2026-10-01T00:30:00Z', 'opening', 'Q4-b'),
    sent('2026-10-01T00:30:00Z', 'opening', 'Q4-c'),
  ]
  const [day] = drawTimeline(opening, rules, words)
  expect(day?.entries.map(({ reason }) => reason)).toEqual(['Mở đầu quý · Q4-b, Q4-c'])
})
