/** The simulator's timeline: what went out and why, in words that a visitor understands. */
import { expect, test } from 'vitest'
import { drawTimeline } from '../../../bot/simulator/timeline.ts'
import type { SentMessage } from '../../../db/simulator/timeline.ts'
import { calendarFrom } from '../../../domain/calendar.ts'
import { DEFAULT_CADENCE } from '../../../domain/reminders/cadence.ts'
import { translator } from '../../../locales/i18n.ts'

const words = { t: translator('vi'), language: 'vi' as const, timeZone: 'Asia/Ho_Chi_Minh' }
const free = (date: string, name: string) => ({ date: Temporal.PlainDate.from(date), works: false, name })
const rules = {
  calendar: calendarFrom([
    free('2027-01-01', 'Tết Dương lịch'),
    free('2026-11-23', 'Ngày hội'),
    free('2026-11-24', 'Ngày Văn hóa'),
  ]),
  cadence: DEFAULT_CADENCE,
  digests: { leaders: ['mon', '08:00'], units: ['fri', '15:00'] } as const,
}

const task = (why: string, code = 'Q4-b') => ({
  code,
  title: 'Báo cáo tổng kết',
  dueOn: Temporal.PlainDate.from('2026-12-31'),
  why,
})
const reminder = (person: string, at: string, ...tasks: SentMessage['tasks']): SentMessage => ({
  at: new Date(at),
  kind: 'reminder',
  person,
  tasks,
})
const entriesOf = (...messages: SentMessage[]) =>
  drawTimeline(messages, rules, words).flatMap(({ entries }) => entries)

test('a reminder is told with its wave, its task and the weekday of the due date, and names the first who got it', () => {
  const people = ['An', 'Bình', 'Chi', 'Dung', 'Em'].reverse()
  const sent = people.map((person) => reminder(person, '2026-12-24T00:30:00Z', task('T-7')))
  expect(drawTimeline(sent, rules, words)).toEqual([
    {
      day: 'thứ Năm, 24/12/2026',
      entries: [
        {
          time: '7h30',
          kind: 'Nhắc việc',
          reasons: ['T-7 · Q4-b · 31/12 là thứ Năm'],
          tasks: ['Q4-b Báo cáo tổng kết'],
          people: 'An, Bình, Chi và 2 người khác',
          moved: [],
        },
      ],
    },
  ])
})

test('nobody is said to have got a task that they did not get', () => {
  const at = '2026-12-24T00:30:00Z'
  const entries = entriesOf(
    reminder('Bình', at, task('T-7'), task('T-7', 'Q4-c')),
    reminder('An', at, task('T-7')),
  )
  expect(entries.map(({ reasons, people }) => `${people}: ${reasons}`)).toEqual([
    'Bình: T-7 · Q4-b, Q4-c · 31/12 là thứ Năm',
    'An: T-7 · Q4-b · 31/12 là thứ Năm',
  ])
})

test('what the calendar moved is told with the day it would have been and the reason', () => {
  const [entry] = entriesOf(reminder('An', '2027-01-04T00:30:00Z', task('T+1,T+3')))
  expect(entry?.moved).toEqual([
    'T+1 đúng ra là thứ Sáu 01/01/2027 (Tết Dương lịch), nên gửi thứ Hai 04/01/2027.',
    'T+3 đúng ra là Chủ nhật 03/01/2027 (ngày nghỉ cuối tuần), nên gửi thứ Hai 04/01/2027.',
  ])
})

test('a message with the opening of a quarter and what is overdue is one entry with both reasons', () => {
  const late = { ...task('T+1', 'Q3-b'), dueOn: Temporal.PlainDate.from('2026-09-30') }
  const entries = entriesOf(
    reminder('An', '2026-10-01T00:30:00Z', late, task('opening'), task('opening', 'Q4-c')),
  )
  expect(entries.map(({ reasons }) => reasons)).toEqual([
    ['T+1 · Q3-b · 30/09 là thứ Tư', 'Mở đầu quý · Q4-b, Q4-c'],
  ])
})

test('announcements of one day are told apart by their titles, and whoever is asked to confirm is told so', () => {
  const announced = (id: number, person: string, round: 'first' | 'nudge' = 'first'): SentMessage => ({
    at: new Date('2026-10-05T01:00:00Z'),
    kind: 'announcement',
    person,
    tasks: [],
    announcement: { id, title: `Họp ${id}`, round },
  })
  // A head of two units stands in the ledger twice, and got one message.
  const entries = entriesOf(
    announced(1, 'An', 'nudge'),
    announced(2, 'An'),
    announced(1, 'An'),
    announced(1, 'An'),
  )
  expect(entries.map(({ reasons, people }) => `${people}: ${reasons}`)).toEqual([
    'An: “Họp 1” · nhắc xác nhận',
    'An: “Họp 2”',
    'An: “Họp 1”',
  ])
})

test('a digest is told with its weekly hour, and with the free days that moved it', () => {
  const digest = (kind: string, at: string): SentMessage => ({
    at: new Date(at),
    kind: 'digest',
    person: 'An',
    tasks: [],
    digest: kind,
  })
  const entries = entriesOf(
    digest('units', '2026-12-31T08:00:00Z'),
    digest('leaders', '2026-11-30T01:00:00Z'),
    digest('leaders', '2026-11-25T01:00:00Z'),
  )
  expect(entries.map(({ reasons, moved }) => [...reasons, ...moved])).toEqual([
    [
      'Cho thủ trưởng đơn vị, thứ Sáu 15h00 hằng tuần',
      'thứ Sáu 01/01 nghỉ (Tết Dương lịch), nên chuyển sang thứ Năm 31/12/2026.',
    ],
    ['Cho lãnh đạo và văn phòng, thứ Hai 8h00 hằng tuần'],
    [
      'Cho lãnh đạo và văn phòng, thứ Hai 8h00 hằng tuần',
      'thứ Hai 23/11, thứ Ba 24/11 nghỉ (Ngày hội, Ngày Văn hóa), nên chuyển sang thứ Tư 25/11/2026.',
    ],
  ])
})
