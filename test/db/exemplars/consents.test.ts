/** Tests the rows of consents: one stands for each subject and purpose, and what was taken back stays on record. */
import { expect, test } from 'vitest'
import {
  consentsOf,
  forgetTicks,
  giveConsent,
  sayHow,
  standingConsents,
  withdrawConsents,
} from '../../../db/exemplars/consents.ts'
import { beginDraft } from '../../../db/exemplars/exemplars.ts'
import { consents } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addContact, seedOffice } from '../../seed.ts'

const now = new Date('2026-12-17T02:00:00Z')

async function draft() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db)
  const head = unit!.head.id
  const id = await db.transaction((tx) =>
    beginDraft(tx, { unitId: unit!.id, proposerId: head, today: date('2026-12-17'), now }),
  )
  const given = { exemplarId: id, subject: 'nominee', recordedBy: head, now } as const
  return { db, id, head, given }
}

test('a tick counts for nothing until it is said how, and is forgotten without a trace', async () => {
  const { db, id, given } = await draft()
  await db.transaction(async (tx) => {
    await giveConsent(tx, { ...given, purpose: 'store', method: null })
    await giveConsent(tx, { ...given, purpose: 'publish_name', method: null })
    expect((await consentsOf(tx, id)).store).toBe(false)
    await withdrawConsents(tx, { exemplarId: id, purposes: ['publish_name'] }, now)
    await sayHow(tx, id, 'message')
    await forgetTicks(tx, { exemplarId: id })
  })
  expect(await consentsOf(db, id)).toEqual({ store: true, publish_name: false, publish_photo: false })
  expect(await db.select().from(consents)).toHaveLength(1)
})

test('a consent given anew replaces the one that stands; one that is taken back stays on record', async () => {
  const { db, id, given } = await draft()
  const contactId = await addContact(db, given.recordedBy, '4242', '2026-12-17T02:00:00Z')
  await db.transaction(async (tx) => {
    await giveConsent(tx, { ...given, purpose: 'store', method: 'message' })
    const own = { method: 'self_confirmed', recordedBy: null, contactId } as const
    await giveConsent(tx, { ...given, purpose: 'store', ...own })
    await sayHow(tx, id, 'signed_form')
  })
  expect(await standingConsents(db, id)).toMatchObject([{ method: 'self_confirmed', contactId }])
  await db.transaction((tx) => withdrawConsents(tx, { exemplarId: id, subjects: ['nominee'] }, now))
  expect(await standingConsents(db, id)).toEqual([])
  expect(await db.select().from(consents)).toMatchObject([{ withdrawnAt: now }])
  expect((await consentsOf(db, id)).store).toBe(false)
})
