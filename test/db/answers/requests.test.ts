/** One request of a task at most, and one decision on it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { decide } from '../../../db/answers/decisions.ts'
import { askForDecision, settleByUnit } from '../../../db/answers/keep-requests.ts'
import { lockedRequest, openRequests } from '../../../db/answers/requests.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addStaff, seedOffice } from '../../seed.ts'

const now = new Date('2026-12-17T02:00:00Z')

async function seeded() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db)
  const asking = { assignmentId: unit!.owes['Q4-b']!, askedBy: unit!.head.id, now }
  return { db, asking, office: await addStaff(db, 'Trần Thu Hà') }
}

test('a difficulty and the wish that follows it are one request; a later wish replaces the date', async () => {
  const { db, asking } = await seeded()
  await db.transaction((tx) => askForDecision(tx, asking))
  for (const day of ['2027-01-08', '2027-01-15'])
    await db.transaction((tx) => askForDecision(tx, { ...asking, wishedDueOn: date(day) }))
  const open = await db.transaction((tx) => openRequests(tx, null))
  expect(open.map(({ kind, wishedDueOn }) => [kind, String(wishedDueOn)])).toEqual([
    ['extension', '2027-01-15'],
  ])
})

test('what is settled by the unit is open no more, and may be asked anew', async () => {
  const { db, asking } = await seeded()
  await db.transaction((tx) => askForDecision(tx, asking))
  await db.transaction((tx) => settleByUnit(tx, asking.assignmentId, now))
  await db.transaction((tx) => settleByUnit(tx, asking.assignmentId, now))
  expect(await db.transaction((tx) => openRequests(tx, null))).toEqual([])
  await db.transaction((tx) => askForDecision(tx, asking))
  const rows = await db.execute('select decision from summary.decisions order by request_id')
  expect(rows.map(({ decision }) => decision)).toEqual(['superseded', null])
})

test('whoever looks while another decides waits, and sees what was decided', async () => {
  const { db, asking, office } = await seeded()
  await db.transaction((tx) => askForDecision(tx, asking))
  const second = await db.transaction(async (tx) => {
    const [{ id } = { id: 0 }] = await openRequests(tx, null)
    const request = await lockedRequest(tx, id)
    const looking = db.transaction((other) => lockedRequest(other, id))
    await sleep(100)
    await decide(tx, request!, { ruling: 'noted' }, { personId: office.id, today: date('2026-12-17'), now })
    return { looking }
  })
  expect(await second.looking).toMatchObject({ isOpen: false, last: { ruling: 'noted', by: 'Trần Thu Hà' } })
})
