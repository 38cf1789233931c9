/** Tests the weekly digests on a real database: who gets one, once, with the very figures of the views. */
import { expect, test } from 'vitest'
import { recordReport } from '../../../db/answers/reports.ts'
import type { Db } from '../../../db/client.ts'
import { outbox } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import { digest } from '../../../jobs/digests/digest.ts'
import { sendDigests } from '../../../jobs/digests/send-digests.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addPerson, addStaff, seedOffice, YEAR_REPORT } from '../../seed.ts'

/** A moment in the office's zone. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)

async function tick(db: Db, moment: string) {
  await sendDigests({ db, clock: () => at(moment), log: () => {} })
  return db.select().from(outbox).orderBy(outbox.id)
}

async function office() {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 4 })
  const leader = await addStaff(db, 'Bùi Tuấn Mạnh', 'leader')
  const colleague = await addStaff(db, 'Trần Thu Hà', 'office')
  const report = (index: number, status: 'done' | 'blocked', moment: string) =>
    recordReport(db as never, {
      assignmentId: units[index]!.owes['Q4-b']!,
      status,
      personId: units[index]!.head.id,
      via: 'telegram',
      now: at(moment),
    })
  return { db, units, leader, colleague, report }
}

test('on Monday at eight the leader and the office get one, with a picture, and nobody a second time', async () => {
  const { db, leader, colleague } = await office()
  expect(await tick(db, '2026-12-07 07:59')).toEqual([])
  const rows = await tick(db, '2026-12-07 08:00')
  expect(rows.map(({ personId, kind }) => [personId, kind])).toEqual([
    [leader.id, 'digest'],
    [colleague.id, 'digest'],
  ])
  expect(rows[0]?.message.files).toHaveLength(1)
  expect(rows[0]?.message.text).toContain('Báo cáo đồng chí Bùi Tuấn Mạnh.')
  expect(await tick(db, '2026-12-07 08:01')).toHaveLength(2)
  expect(await tick(db, '2026-12-08 08:00')).toHaveLength(2)
})

test('the figures are those of the views, and last week’s are what stood then', async () => {
  const { db, report } = await office()
  await report(0, 'done', '2026-11-27 09:00')
  await report(1, 'done', '2026-12-03 09:00')
  await report(2, 'blocked', '2026-12-04 09:00')
  const [row] = await tick(db, '2026-12-07 08:00')
  const [view] = await db.execute(
    'select sum(asked) asked, sum(done) done, sum(blocked) blocked, sum(silent) silent from summary.unit_progress',
  )
  expect(row?.message.text).toContain(
    `Việc trong kỳ: ${view?.asked}. Đã xong ${view?.done} (50%), đang làm 0, chưa làm 0, vướng mắc ${view?.blocked}, chưa trả lời ${view?.silent}.`,
  )
  expect(row?.message.text).toContain('So với tuần trước: +1 việc xong, 2 lượt báo.')
})

test('on Friday at three a unit head reads of their own open work alone, and one with nothing open gets none', async () => {
  const { db, units, report, colleague } = await office()
  await report(0, 'done', '2026-12-03 09:00')
  const rows = await tick(db, '2026-12-11 15:00')
  expect(rows.map(({ personId }) => personId)).toEqual([
    ...units.slice(1).map(({ head }) => head.id),
    colleague.id,
  ])
  const text = rows[0]?.message.text
  expect(text).toContain(units[1]!.name)
  expect(text).toContain('1. Báo cáo tổng kết năm 2026 (hạn 31/12)')
  for (const { name } of [units[0]!, units[2]!, units[3]!]) expect(text).not.toContain(name)
  expect(rows.at(-1)?.message.text).toContain(
    'đã gửi 3 đồng chí của 3 đơn vị còn việc mở (3 việc).\n1 đơn vị',
  )
})

test('somebody who answers for two units reads of both in one message', async () => {
  const { db } = await freshDatabase()
  const [first, second] = await seedOffice(db, { units: 2, tasks: [YEAR_REPORT] })
  const clerk = await addPerson(db, { unitIds: [first!.id, second!.id], name: 'Đỗ Văn Cường', role: 'clerk' })
  const rows = await tick(db, '2026-12-11 15:00')
  const theirs = rows.filter(({ personId }) => personId === clerk.id)
  expect(theirs).toHaveLength(1)
  expect(theirs[0]?.message.text).toContain('1. TH số 1: Báo cáo tổng kết năm 2026')
  expect(theirs[0]?.message.text).toContain('2. TH số 2: Báo cáo tổng kết năm 2026')
})

test('a head whom no message reaches stands in the ledger, and the office reads how many', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db, { units: 2, joined: false })
  await addStaff(db, 'Trần Thu Hà')
  const rows = await tick(db, '2026-12-11 15:00')
  expect(rows.map(({ state }) => state)).toEqual(['failed', 'failed', 'waiting'])
  expect(rows[2]?.message.text).toContain('2 đơn vị còn việc mà không nhận được tin')
})

test('the office moves the hour, and takes its own copy away', async () => {
  const { db, leader } = await office()
  await changeSetting(db, 'digest_leaders', ['tue', '09:30'], at('2026-12-01 08:00'))
  await changeSetting(db, 'digest_office', 'none', at('2026-12-01 08:00'))
  expect(await tick(db, '2026-12-07 08:00')).toEqual([])
  expect((await tick(db, '2026-12-08 09:30')).map(({ personId }) => personId)).toEqual([leader.id])
})

test('the command lists it without queueing, then queues it for its hour', async () => {
  const { db, leader } = await office()
  const now = at('2026-12-04 10:00')
  const order = { on: date('2026-12-07'), atOnce: false, now }
  const dry = await digest(db, { ...order, dryRun: true })
  expect(dry.json).toMatchObject({
    messages: [
      { date: '2026-12-07', kind: 'digest', unit: null, recipient: leader.name, tasks: [], why: ['weekly'] },
      { recipient: 'Trần Thu Hà' },
    ],
  })
  expect(await db.select().from(outbox)).toEqual([])
  await digest(db, { ...order, dryRun: false })
  const rows = await db.select().from(outbox)
  expect(rows.map(({ notBefore }) => notBefore)).toEqual([at('2026-12-07 08:00'), at('2026-12-07 08:00')])
  expect(await digest(db, { ...order, dryRun: false })).toMatchObject({ json: { messages: [] } })
})

test('on a day without a digest the command says when the next ones are', async () => {
  const { db } = await office()
  const outcome = await digest(db, {
    on: date('2026-12-08'),
    dryRun: true,
    atOnce: false,
    now: at('2026-12-08 10:00'),
  })
  expect(outcome.lines.join('\n')).toContain('for leaders on 2026-12-14, for units on 2026-12-11')
})
