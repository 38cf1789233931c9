/** The calendar of the office: filled at first, replaced by years, and shown with its doubts. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seedCalendar } from '../../../db/calendar/seed.ts'
import { calendarImport } from '../../../office/commands/calendar-import.ts'
import { calendarShow } from '../../../office/commands/calendar-show.ts'
import { freshDatabase } from '../../database.ts'
import { counts, jsonOf, replaced } from './desk.ts'

const holidays = readFileSync(new URL('../../../db/seed/holidays-vn.yaml', import.meta.url), 'utf8')

test('an empty calendar gets the holidays that ship with dondoc, and only an empty one', async () => {
  const { db } = await freshDatabase()
  await Promise.all([seedCalendar(db), seedCalendar(db)])
  expect(jsonOf(await calendarShow(db, '2026')).days.length).toBeGreaterThan(10)

  await calendarImport(db, {
    text: 'holidays:\n  - { date: 2026-01-01, name: Tết, confidence: confirmed }\n',
    dryRun: false,
  })
  await seedCalendar(db)
  expect(jsonOf(await calendarShow(db, '2026')).days).toHaveLength(1)
})

test('a file replaces its years: what it adds, corrects and leaves out is counted', async () => {
  const { db } = await freshDatabase()
  await seedCalendar(db)
  expect(counts(await calendarImport(db, { text: holidays, dryRun: false }))).toMatchObject([
    0,
    0,
    expect.any(Number),
    0,
  ])
  const decided = replaced(holidays, ['confidence: proposed', 'confidence: confirmed'])
  const dry = await calendarImport(db, { text: decided, dryRun: true })
  expect(counts(dry).slice(0, 2)).toEqual([0, 1])
  expect(counts(await calendarImport(db, { text: decided, dryRun: false })).slice(0, 2)).toEqual([0, 1])
})

test('a year is shown with its free days, worked Saturdays, and how sure they are', async () => {
  const { db } = await freshDatabase()
  await seedCalendar(db)
  const outcome = await calendarShow(db, '2026')
  expect(outcome.lines.find((line) => line.startsWith('2026-11-23'))).toMatch(
    /Mon +free +proposed +Nghỉ hoán đổi/,
  )
  expect(outcome.lines.find((line) => line.startsWith('2026-11-28'))).toMatch(/Sat +worked/)
  expect(outcome.lines.at(-2)).toMatch(/^Mind: .*2026-11-23.* only proposed/)
  expect(jsonOf(outcome).proposed).toBeGreaterThan(0)
})

test('a year without a known holiday says so', async () => {
  const { db } = await freshDatabase()
  expect((await calendarShow(db, '2031')).lines).toEqual([
    'No holiday of 2031 is known, so only weekends are free: npx dondoc calendar import FILE',
  ])
  await expect(calendarShow(db, 'next')).rejects.toMatchObject({ code: 'bad_year' })
})

test('a file with a mistake, or with another weekend, is refused by its line', async () => {
  const { db } = await freshDatabase()
  const wrong = replaced(holidays, ['date: 2026-01-01', 'date: 2026-13-01'])
  const other = '# Six days a week\nweekend: [sun]\nholidays: []\n'
  const outcomes = [
    await calendarImport(db, { text: wrong, dryRun: false }),
    await calendarImport(db, { text: other, dryRun: false }),
  ]
  expect(outcomes.map(({ refused }) => refused)).toEqual([true, true])
  expect(outcomes.map((outcome) => jsonOf(outcome).problems[0].line)).toEqual([6, 2])
  expect(jsonOf(await calendarShow(db, '2026')).days).toEqual([])
})
