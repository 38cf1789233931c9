/** Closing a period: its figures stay, and the office is asked before it closes one that is not over. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { close } from '../../../office/commands/close.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { seedOffice } from '../../seed.ts'

const now = new Date('2026-07-03T02:00:00Z')
const today = date('2026-07-03')

async function office() {
  const { db } = await freshDatabase()
  await seedOffice(db, {
    units: 2,
    tasks: [
      { code: 'Q1-a', quarter: 1, dueOn: '2026-03-31' },
      { code: 'Q2-a', quarter: 2, dueOn: '2026-06-30' },
      { code: 'Q3-a', quarter: 3, dueOn: '2026-09-30' },
    ],
  })
  const closes = (period: string, more = {}) =>
    close(db, { period, reopen: false, yes: false, now, today, ...more })
  const closed = async () => [
    ...(await db.execute(sql`select quarter from closed_quarters order by quarter`)),
  ]
  return { db, closes, closed }
}

test('half a year closes both its quarters, and the audit log tells', async () => {
  const { db, closes, closed } = await office()
  const { json, lines } = await closes('2026-H1')
  expect(json).toEqual({ closed: ['2026-Q1', '2026-Q2'], closed_before: [] })
  expect(lines[0]).toBe('2026-Q1 is closed: 0 of 2 done. Later answers are marked late.')
  expect(await closed()).toEqual([{ quarter: 1 }, { quarter: 2 }])
  expect([...(await db.execute(sql`select action, subject from audit_entries order by id`))]).toEqual([
    { action: 'quarter.closed', subject: 'quarter:2026-Q1' },
    { action: 'quarter.closed', subject: 'quarter:2026-Q2' },
  ])
})

test('what was closed before stays as it is', async () => {
  const { closes } = await office()
  await closes('2026-Q1')
  const { json, lines } = await closes('2026-H1', { now: new Date('2026-08-01T02:00:00Z') })
  expect(json).toEqual({ closed: ['2026-Q2'], closed_before: ['2026-Q1'] })
  expect(lines[0]).toContain('was closed on 2026-07-03')
})

test('a quarter that is not over is closed only on a plain word', async () => {
  const { closes, closed } = await office()
  await expect(closes('2026-Q3')).rejects.toMatchObject({ code: 'not_confirmed' })
  await expect(closes('2026-Q3', { confirm: async () => false })).rejects.toMatchObject({
    code: 'not_confirmed',
  })
  expect(await closed()).toEqual([])
  await closes('2026-Q3', { yes: true })
  expect(await closed()).toEqual([{ quarter: 3 }])
})

test('a closed quarter may be opened again, and one that is open is not', async () => {
  const { closes, closed } = await office()
  await closes('2026-Q1')
  expect((await closes('2026-Q1', { reopen: true })).json).toEqual({ reopened: ['2026-Q1'] })
  expect(await closed()).toEqual([])
  await expect(closes('2026-Q1', { reopen: true })).rejects.toMatchObject({ code: 'not_closed' })
})

test.each([
  ['2026-Q5', 'bad_period'],
  ['2025-Q1', 'no_plan'],
])('%s is refused', async (period, code) => {
  const { closes, closed } = await office()
  await expect(closes(period)).rejects.toMatchObject({ code, exitCode: 2 })
  expect(await closed()).toEqual([])
})
