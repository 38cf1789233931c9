/** Tests the weekly digest of leaders as it is read: one screen even in the worst week, and no name before its time. */
import { expect, test } from 'vitest'
import type { DigestFigures } from '../../domain/digests/digest-figures.ts'
import { translator } from '../../locales/i18n.ts'
import { leaderDigest } from '../../locales/leader-digest.ts'
import { date } from '../domain/vietnam.ts'

const t = translator('vi', { we: 'Phòng' })
const about = {
  reader: 'Nguyễn Thị Hương Giang',
  role: 'leader' as const,
  personId: 7,
  today: date('2026-12-14'),
  asOf: '8h00',
  graceDays: 3,
}

const quiet: DigestFigures = {
  year: 2026,
  quarter: 4,
  asked: 60,
  counts: { done: 60, in_progress: 0, not_started: 0, blocked: 0, silent: 0 },
  doneBefore: 60,
  answers: 0,
  overdue: 0,
  overdueUnits: [],
  carriedOver: 0,
  blocks: [],
  dueNext: [],
  requests: [],
  exemplars: { count: 0, names: [] },
  unreached: 0,
}

const LONG = 'Báo cáo tổng kết công tác thi đua, khen thưởng năm 2026 và phương hướng nhiệm vụ năm 2027'
const UNIT = 'Trung tâm Dịch vụ sự nghiệp công và Phát triển quỹ đất'

const worst: DigestFigures = {
  ...quiet,
  counts: { done: 1_234, in_progress: 1_234, not_started: 1_234, blocked: 1_234, silent: 1_234 },
  asked: 6_170,
  doneBefore: 0,
  answers: 1_234,
  overdue: 1_234,
  overdueUnits: Array.from({ length: 900 }, () => ({ name: UNIT, daysLate: 9 })),
  carriedOver: 1_234,
  dueNext: Array.from({ length: 12 }, () => ({
    title: LONG,
    dueOn: date('2026-12-20'),
    done: 1_234,
    asked: 5_678,
  })),
  requests: Array.from({ length: 40 }, (_, id) => ({
    id,
    kind: 'extension' as const,
    unit: UNIT,
    title: LONG,
    difficulty: null,
    wishedDueOn: date('2027-01-15'),
    passedTo: id === 39 ? 7 : null,
    askedOn: date('2026-12-10'),
  })),
  exemplars: { count: 200, names: Array.from({ length: 200 }, () => 'Nguyễn Phúc Hoàng Trần Thị Kim Ngân') },
  unreached: 1_234,
}

test('the worst week still fits under a picture, with three things that need a word', () => {
  const { text } = leaderDigest(worst, about, t)
  expect(text.length).toBeLessThanOrEqual(1_024)
  expect(text.match(/^- /gm)).toHaveLength(3)
  expect(text).toContain('và 895 đơn vị khác')
})

const bots = ['1234567890123456789', '1234567890123456780', '4310003'].map((bot, index) => ({
  use: { channel: 'zalo' as const, bot, people: 40 - index, messages: 2_851 - index * 1_000 },
  limit: { people: 50, messages: 3_000 },
}))

test('the office reads how full each bot is, also in the worst week; a leader does not', () => {
  const office = leaderDigest(worst, { ...about, role: 'office', bots }, t).text
  expect(office).toContain('⚠️ Zalo 1234567890123456789: 40/50 người, 2.851/3.000 tin tháng này\n')
  expect(office).toContain(
    '\nZalo 1234567890123456780: 39/50 người, 1.851/3.000 tin tháng này, và 1 bot khác\n',
  )
  expect(office.length).toBeLessThanOrEqual(1_024)
  expect(leaderDigest(worst, { ...about, bots }, t).text).not.toContain('Zalo')
})

test('a week in which nothing happened says so in a few lines', () => {
  const { text } = leaderDigest(quiet, about, t)
  expect(text).toContain('Đã xong 60 (100%)')
  expect(text).toContain('chưa có thay đổi')
  expect(text).toContain('Không có việc quá hạn.')
  expect(text).not.toContain('Cần đồng chí cho ý kiến')
  expect(text.length).toBeLessThan(420)
})

test('a unit late by no more than the grace is counted and not named', () => {
  const late = (daysLate: number) =>
    leaderDigest({ ...quiet, overdue: 1, overdueUnits: [{ name: 'TH số 1', daysLate }] }, about, t).text
  expect(late(3)).toContain('Quá hạn: 1 việc của 1 đơn vị.')
  expect(late(4)).toContain('Quá hạn: 1 việc của 1 đơn vị; quá 3 ngày: TH số 1.')
})

test('what was passed to the reader comes first, and what was passed to another leader not at all', () => {
  const request = (id: number, passedTo: number | null, unit: string) => ({
    ...worst.requests[0]!,
    id,
    passedTo,
    unit,
  })
  const requests = [request(1, null, 'Đơn vị A'), request(2, 8, 'Đơn vị B'), request(3, 7, 'Đơn vị C')]
  const { text } = leaderDigest({ ...quiet, requests }, about, t)
  expect(text.indexOf('Đơn vị C')).toBeLessThan(text.indexOf('Đơn vị A'))
  expect(text).not.toContain('Đơn vị B')
})

test('ninety-nine and a half per cent is not called all of it', () => {
  const nearly = { ...quiet, asked: 1_000, counts: { ...quiet.counts, done: 999 } }
  expect(leaderDigest(nearly, about, t).text).toContain('(99%)')
})

test('the quarter is written small in the middle of a sentence', () => {
  expect(leaderDigest(quiet, about, t).text).toContain('Thi đua, khen thưởng quý IV/2026')
})
