/** The rows behind a period's figures: what was said, by whom and how, and what was sent. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordReport } from '../../../db/answers/reports.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { closeQuarter } from '../../../db/papers/closed-quarters.ts'
import { quarterFigures } from '../../../db/papers/quarter-figures.ts'
import { deliveryRows, replyRows } from '../../../db/papers/report-rows.ts'
import { parsePeriod } from '../../../domain/quarter.ts'
import type { Status } from '../../../domain/status.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, type SeededUnit, seedOffice } from '../../seed.ts'

const TASKS = [
  { code: 'Q1-a', quarter: 1 as const, dueOn: '2026-03-31' },
  { code: 'Q2-a', quarter: 2 as const, dueOn: '2026-06-30' },
]

async function office() {
  const { db } = await freshDatabase()
  const [one, two] = (await seedOffice(db, { units: 2, tasks: TASKS })) as [SeededUnit, SeededUnit]
  const says = (unit: SeededUnit, task: string, status: Status, at: string, byPhoneTo?: number) =>
    db.transaction((tx) =>
      recordReport(tx, {
        assignmentId: unit.owes[task] ?? 0,
        personId: unit.head.id,
        via: byPhoneTo === undefined ? 'telegram' : 'phone',
        recordedBy: byPhoneTo,
        status,
        now: new Date(at),
      }),
    )
  return { db, one, two, says }
}

test('every answer of the period stands there in its order, corrected ones and those by telephone too', async () => {
  const { db, one, two, says } = await office()
  const colleague = await addStaff(db, 'Trần Thu Hà')
  await says(one, 'Q1-a', 'in_progress', '2026-03-01T02:00:00Z')
  await says(two, 'Q1-a', 'blocked', '2026-03-02T02:00:00Z', colleague.id)
  await says(one, 'Q1-a', 'done', '2026-03-03T02:00:00Z')
  await says(one, 'Q2-a', 'done', '2026-04-03T02:00:00Z')
  const rows = await replyRows(db, parsePeriod('2026-Q1'))
  expect(rows.map((row) => [row.unitCode, row.status, row.via, row.recordedBy])).toEqual([
    ['U01', 'in_progress', 'telegram', null],
    ['U02', 'blocked', 'phone', 'Trần Thu Hà'],
    ['U01', 'done', 'telegram', null],
  ])
  expect(rows[2]?.supersedesId).toBe(rows[0]?.reportId)
  expect(rows[0]?.at).toEqual(new Date('2026-03-01T02:00:00Z'))
  expect(await replyRows(db, parsePeriod('2026-H1'))).toHaveLength(4)
})

test('what is said after the quarter was closed is late, and what was said before it is not', async () => {
  const { db, one, two, says } = await office()
  await says(one, 'Q1-a', 'done', '2026-03-03T02:00:00Z')
  await db.transaction(async (tx) =>
    closeQuarter(tx, 2026, await quarterFigures(tx, 2026, 1), new Date('2026-04-02T03:00:00Z')),
  )
  await says(two, 'Q1-a', 'done', '2026-04-05T02:00:00Z')
  const rows = await replyRows(db, parsePeriod('2026-Q1'))
  expect(rows.map(({ unitCode, late }) => [unitCode, late])).toEqual([
    ['U01', false],
    ['U02', true],
  ])
})

test('a unit that has ended keeps its rows', async () => {
  const { db, one, says } = await office()
  await says(one, 'Q1-a', 'done', '2026-03-03T02:00:00Z')
  await db.execute(sql`update units set ended_on = '2026-03-10' where code = 'U01'`)
  expect(await replyRows(db, parsePeriod('2026-Q1'))).toMatchObject([{ unitCode: 'U01' }])
})

test('the ledger has what urged in the days of the period, by the office’s clock, and no answers of ours', async () => {
  const { db, one } = await office()
  const { contactId, id: personId } = one.head
  const put = (key: string, kind: 'reminder' | 'answer', at: string) =>
    enqueue(db, { key, kind, contactId, personId, unitId: one.id, message: { text: 'x' }, now: new Date(at) })
  await put('the last evening before', 'reminder', '2025-12-31T16:59:00Z')
  await put('the first minute', 'reminder', '2025-12-31T17:00:00Z')
  await put('an answer', 'answer', '2026-02-01T02:00:00Z')
  await put('the last minute', 'reminder', '2026-03-31T16:59:00Z')
  await put('after', 'reminder', '2026-03-31T17:00:00Z')
  const rows = await deliveryRows(db, parsePeriod('2026-Q1'))
  expect(rows.map((row) => [row.queuedAt.toISOString(), row.kind, row.unitCode, row.state])).toEqual([
    ['2025-12-31T17:00:00.000Z', 'reminder', 'U01', 'waiting'],
    ['2026-03-31T16:59:00.000Z', 'reminder', 'U01', 'waiting'],
  ])
})
