/** What a decision does to the reminders: a new date is urged anew, the old one no more; a wish that waits rests. */
import { expect, test } from 'vitest'
import { decide } from '../../../db/answers/decisions.ts'
import { askForDecision } from '../../../db/answers/keep-requests.ts'
import { openRequests } from '../../../db/answers/requests.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { at, ledger, serve } from './reminding.ts'

const DAYS = (lines: string[]) => lines.map((line) => line.replace(/(\S+) .*\((.*)\)$/, '$1 $2'))

/** The unit asks on Christmas Day for 15 January. */
async function asked() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, { today: '2026-10-02' })
  const office = await addStaff(db, 'Trần Thu Hà')
  await serve(db, '2026-12-15', '2026-12-24')
  const wish = { assignmentId: unit!.owes['Q4-b']!, wishedDueOn: date('2027-01-15'), askedBy: unit!.head.id }
  await db.transaction((tx) => askForDecision(tx, { ...wish, now: at('2026-12-25 09:00') }))
  const by = (day: string) => ({ personId: office.id, today: date(day), now: at(`${day} 09:00`) })
  return { db, by }
}

test('while the wish waits nobody is urged; agreed, the new date’s reminders come and the old one’s never', async () => {
  const { db, by } = await asked()
  await serve(db, '2026-12-25', '2027-01-06')
  await db.transaction(async (tx) => {
    const [request] = await openRequests(tx, null)
    await decide(tx, request!, { ruling: 'agreed', newDueOn: date('2027-01-15') }, by('2027-01-06'))
  })
  await serve(db, '2027-01-07', '2027-01-31')
  expect(DAYS(await ledger(db))).toEqual([
    '2026-12-17 T-14',
    '2026-12-24 T-7',
    '2027-01-08 T-7',
    '2027-01-12 T-3',
    '2027-01-14 T-1',
    '2027-01-15 T-0',
    '2027-01-18 T+1,T+3',
    '2027-01-22 T+7',
  ])
})

test('declined, reminders go on from that day, and those that rested are not made up for', async () => {
  const { db, by } = await asked()
  await serve(db, '2026-12-25', '2026-12-28')
  await db.transaction(async (tx) => {
    const [request] = await openRequests(tx, null)
    await decide(tx, request!, { ruling: 'declined', reason: 'đúng kỳ' }, by('2026-12-29'))
  })
  await serve(db, '2026-12-29', '2027-01-04')
  expect(DAYS(await ledger(db))).toEqual([
    '2026-12-17 T-14',
    '2026-12-24 T-7',
    '2026-12-30 T-1',
    '2026-12-31 T-0',
    '2027-01-04 T+1,T+3',
  ])
})
