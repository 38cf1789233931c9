/** Importing the year's holidays. */
import { expect, test } from 'vitest'
import { readCalendarFile } from '../../../domain/imports/calendar-file.ts'
import { date, holidayFile, holidays } from '../vietnam.ts'

const problemsWith = (right: string, wrong: string) => {
  expect(holidayFile).toContain(right)
  const result = readCalendarFile(holidayFile.replace(right, wrong))
  return 'problems' in result ? result.problems : []
}
const lineOf = (text: string) => holidayFile.split('\n').findIndex((line) => line.includes(text)) + 1

test('the file that ships with dondoc holds 2026 and 2027 without a mistake, by date', () => {
  const days = holidays.days.map((day) => day.date.toString())
  expect(days).toEqual(days.toSorted())
  expect(days.filter((day) => day.startsWith('2026')).length).toBe(19)
  expect(days.filter((day) => day.startsWith('2027')).length).toBe(17)
  expect([...holidays.weekend]).toEqual([6, 7])
})

test('a holiday is free, with its name and how sure it is', () => {
  expect(holidays.days.find((day) => day.date.equals(date('2026-11-24')))).toEqual({
    date: date('2026-11-24'),
    works: false,
    name: 'Ngày Văn hóa Việt Nam',
    confidence: 'confirmed',
  })
})

test('a Saturday worked in exchange is worked, and its reason is its name', () => {
  expect(holidays.days.find((day) => day.date.equals(date('2026-11-28')))).toEqual({
    date: date('2026-11-28'),
    works: true,
    name: 'làm bù 23/11/2026',
    confidence: 'proposed',
  })
})

test('what the file notes about a day is kept', () => {
  expect(holidays.days.find((day) => day.date.equals(date('2026-11-23')))?.note).toContain('đề xuất')
})

test('a day written the Vietnamese way is told on its line, with how to write it', () => {
  expect(problemsWith('date: 2026-11-24', 'date: 24/11/2026')).toMatchObject([
    { line: lineOf('2026-11-24'), value: '24/11/2026', mend: expect.stringContaining('such as 2026-12-31') },
  ])
})

test('a day that stands twice is told on its second line', () => {
  expect(problemsWith('2026-11-24', '2026-09-02')).toMatchObject([
    { line: lineOf('2026-11-24'), value: '2026-09-02', problem: '2026-09-02 stands twice.' },
  ])
})

test('a day that is both free and worked is told', () => {
  expect(problemsWith('date: 2026-01-10, reason', 'date: 2026-04-26, reason')).toMatchObject([
    { line: lineOf('swappedTo: 2026-01-10'), field: 'holidays.1.swappedTo' },
    { line: lineOf('date: 2026-01-10, reason'), problem: '2026-04-26 stands twice.' },
  ])
})

test('an exchange whose Saturday is missing is told', () => {
  expect(problemsWith('swappedTo: 2026-11-28', 'swappedTo: 2026-11-21')).toMatchObject([
    {
      line: lineOf('swappedTo: 2026-11-28'),
      value: '2026-11-21',
      problem: expect.stringContaining('exchange'),
    },
  ])
})

test('a weekday among the Saturdays is told', () => {
  expect(problemsWith('date: 2026-11-28, reason', 'date: 2026-11-27, reason')).toMatchObject([
    { field: 'holidays.14.swappedTo' },
    { field: 'workingSaturdays.2.date', problem: expect.stringContaining('worked anyway') },
  ])
})
