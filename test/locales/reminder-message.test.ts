/** What a unit head reads in a reminder. */
import { expect, test } from 'vitest'
import { typedChoices } from '../../domain/typed/choices.ts'
import { translator } from '../../locales/i18n.ts'
import { type ReminderContent, reminderMessage, type UrgedTask } from '../../locales/reminder-message.ts'
import { tasks as plan83 } from '../domain/plan-83.ts'
import { date } from '../domain/vietnam.ts'

const ALWAYS = { we: 'Phòng', officePhone: '0225 3888 888', planNumber: '83/KH-UBND' }
const t = translator('vi', ALWAYS)

/** What is left to do on a day. */
const owed = (today: string, other: Partial<UrgedTask> = {}): UrgedTask => {
  const dueOn = other.dueOn ?? date('2026-12-31')
  const daysLeft = date(today).until(dueOn).days
  return { id: 1, shortTitle: 'Báo cáo năm', dueOn, status: 'silent', reportedOn: null, daysLeft, ...other }
}

const words = (items: UrgedTask[], opening: ReminderContent['opening'] = null) =>
  reminderMessage(
    { recipient: 'Nguyễn Thị Hương Giang', units: [{ name: 'Trường Mầm non Hoa Phượng' }], items, opening },
    t,
  )
const lines = (...content: Parameters<typeof words>) => words(...content).text.split('\n')
const labels = (...content: Parameters<typeof words>) =>
  words(...content).choices?.map((row) => row.map(({ label }) => label).join(' · '))

test.each([
  ['2026-12-17', 'Còn 14 ngày đến hạn “Báo cáo năm” (thứ Năm, 31/12).'],
  ['2026-12-24', 'Xin nhắc còn 7 ngày đến hạn “Báo cáo năm” (thứ Năm, 31/12).'],
  ['2026-12-28', 'Còn 3 ngày đến hạn “Báo cáo năm” (thứ Năm, 31/12).'],
  ['2026-12-30', 'Ngày mai, thứ Năm, 31/12, là hạn “Báo cáo năm”.'],
  ['2026-12-31', 'Hôm nay, thứ Năm, 31/12, là hạn “Báo cáo năm”. Phòng chưa nhận được kết quả của đơn vị.'],
  ['2027-01-01', 'Việc “Báo cáo năm” đã quá hạn 1 ngày (hạn thứ Năm, 31/12).'],
  [
    '2027-01-04',
    'Đến nay Phòng vẫn chưa nhận được kết quả “Báo cáo năm” (quá hạn 4 ngày, hạn thứ Năm, 31/12).',
  ],
])('on %s the second line says what is due and when', (today, line) => {
  expect(lines([owed(today)])[1]).toBe(line)
})

test('the sign at the head changes when something is overdue', () => {
  expect(lines([owed('2026-12-31')])[0]).toBe('📌 Kính gửi đồng chí Nguyễn Thị Hương Giang.')
  expect(lines([owed('2027-01-01')])[0]).toBe('⚠️ Kính gửi đồng chí Nguyễn Thị Hương Giang.')
})

test('the last answer is recalled', () => {
  const task = owed('2026-12-24', { status: 'in_progress', percent: 60, reportedOn: date('2026-12-20') })
  expect(lines([task])[1]).toContain('Lần trước đơn vị báo: Đang làm, 60% (20/12).')
})

test('one task offers its four answers, and a typed number is one of them', () => {
  expect(labels([owed('2026-12-17')])).toEqual(['Đã xong · Đang làm', 'Chưa làm · Có vướng mắc'])
  expect(typedChoices(words([owed('2026-12-17')])).map(({ value }) => value)).toEqual([
    'report:1:done',
    'report:1:in_progress',
    'report:1:not_started',
    'report:1:blocked',
  ])
})

test('a due date that tasks share is said once', () => {
  const tasks = [owed('2026-12-17'), owed('2026-12-17', { id: 2, shortTitle: 'Tuyên truyền' })]
  expect(lines(tasks).slice(1, 4)).toEqual([
    'Còn 14 ngày đến hạn (thứ Năm, 31/12):',
    '1. Báo cáo năm',
    '2. Tuyên truyền',
  ])
  expect(typedChoices(words(tasks)).map(({ value }) => value)).toEqual(['pick:1', 'pick:2', 'ask-all-done'])
})

test('tasks of several due dates stand under one heading each, and the numbers run through', () => {
  const overdue = owed('2026-12-17', { id: 2, shortTitle: 'Kiểm tra', dueOn: date('2026-12-14') })
  expect(lines([overdue, owed('2026-12-17', { unit: 'MN Hải Âu' })]).slice(1, 6)).toEqual([
    'Đã quá hạn 3 ngày (hạn thứ Hai, 14/12):',
    '1. Kiểm tra',
    '',
    'Còn 14 ngày đến hạn (thứ Năm, 31/12):',
    '2. MN Hải Âu: Báo cáo năm',
  ])
})

const FIRST_QUARTER = {
  year: 2027,
  quarter: 1,
  tasks: [owed('2027-01-04', { id: 8, shortTitle: 'Ký giao ước', dueOn: date('2027-03-31') })],
} as const

test('the opening of a quarter is to be acknowledged, and a typed number never answers a task', () => {
  expect(lines([], FIRST_QUARTER)).toEqual([
    '📌 Kính gửi đồng chí Nguyễn Thị Hương Giang, Trường Mầm non Hoa Phượng.',
    '',
    'Quý I năm 2027, theo Kế hoạch số 83/KH-UBND, đơn vị có 1 việc cần báo kết quả:',
    '1. Ký giao ước (hạn 31/03)',
    '',
    'Đề nghị đồng chí quan tâm chỉ đạo. Phòng sẽ nhắc lại trước hạn.',
  ])
  expect(labels([], FIRST_QUARTER)).toEqual(['Đã nhận · Xem chi tiết'])
  expect(typedChoices(words([], FIRST_QUARTER))[0]?.value).toBe('pick:8')
})

test('a quarter without tasks says so', () => {
  expect(lines([], { ...FIRST_QUARTER, tasks: [] })[2]).toMatch(
    /^Quý I năm 2027, đơn vị không có việc phải báo/,
  )
  expect(labels([], { ...FIRST_QUARTER, tasks: [] })).toEqual(['Đã nhận'])
})

test('an opening follows the reminders in the same message, and names no task twice', () => {
  const overdue = owed('2027-01-04')
  const opening = { ...FIRST_QUARTER, tasks: [overdue, ...FIRST_QUARTER.tasks] }
  expect(lines([overdue], opening)).toContain('1. Báo cáo năm')
  expect(lines([overdue], opening)).toContain('2. Ký giao ước (hạn 31/03)')
  expect(
    lines([overdue], opening)
      .join('\n')
      .match(/Báo cáo năm/g),
  ).toHaveLength(1)
  expect(labels([overdue], opening)?.at(-1)).toBe('Đã nhận · Xem chi tiết')
})

test.each(['vi', 'en'] as const)('a reminder of any task of plan 83 fits a small screen (%s)', (language) => {
  const days = [
    '2026-12-17',
    '2026-12-24',
    '2026-12-28',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-04',
  ]
  const texts = plan83.flatMap(({ shortTitle }) =>
    days.map((day) => {
      const task = owed(day, {
        shortTitle,
        status: 'in_progress',
        percent: 60,
        reportedOn: date('2026-12-20'),
      })
      const content = { recipient: 'Nguyễn Thị Hương Giang', units: [], items: [task], opening: null }
      return reminderMessage(content, translator(language, ALWAYS)).text
    }),
  )
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(350)
})
