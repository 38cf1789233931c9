/** Tests which of two chats somebody is written to: the office's choice counts in everything that writes to people. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { hearersOf } from '../../../db/answers/decisions.ts'
import type { Request } from '../../../db/answers/requests.ts'
import type { Db } from '../../../db/client.ts'
import { proposalInReview } from '../../../db/exemplars/review.ts'
import { openNotes } from '../../../db/messages/office-inbox.ts'
import { channelChoices, contacts, inbox, notes, posts } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addExemplar } from '../../exemplars.ts'
import { type SeededUnit, seedOffice } from '../../seed.ts'

let db: Db
let unit: SeededUnit
/** The head joined Telegram first, and Zalo last. */
let telegram: number
let zalo: number

beforeEach(async () => {
  db = (await freshDatabase()).db
  unit = (await seedOffice(db))[0]!
  telegram = unit.head.contactId!
  const chat = { channel: 'zalo', bot: '9', externalId: 'z' } as const
  const joined = { personId: unit.head.id, joinedAt: new Date('2026-03-01T00:00:00Z') }
  zalo = (
    await db
      .insert(contacts)
      .values({ ...chat, ...joined })
      .returning()
  )[0]!.id
})

const preferred = async () => {
  const [row] = await db.execute<{ id: string }>(sql`select preferred_contact(${unit.head.id}) as id`)
  return Number(row?.id)
}
const choose = (scope: 'all' | 'unit' | 'block', subject = '') =>
  db.insert(channelChoices).values({ scope, subject, channel: 'telegram' })
const held = (from: number, to: number | null) => {
  const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh')
  const set = { fromDay: today.add({ days: from }), toDay: to === null ? null : today.add({ days: to }) }
  return db.update(posts).set(set).where(eq(posts.personId, unit.head.id))
}

test.each(['unit', 'block'] as const)('a %s’s choice counts as long as the post is held', async (scope) => {
  await choose(scope, scope === 'unit' ? unit.code : 'K1')
  expect(await preferred()).toBe(telegram)
  await held(-10, 30)
  expect(await preferred()).toBe(telegram)
  await held(-10, 0)
  expect(await preferred()).toBe(zalo)
  await held(1, null)
  expect(await preferred()).toBe(telegram)
  // Another post is held today: what is still to begin does not count yet.
  await db
    .insert(posts)
    .values({ personId: unit.head.id, unitId: null, role: 'office', fromDay: date('2026-01-01') })
  expect(await preferred()).toBe(zalo)
})

test('a decision, the word on a proposal and the answer to a note go where the office chose', async () => {
  const { id: personId } = unit.head
  const now = new Date()
  const closed = { channel: 'zalo', bot: '9', externalId: 'closed', state: 'unreachable' } as const
  const [wroteFrom] = await db
    .insert(contacts)
    .values({ ...closed, personId })
    .returning()
  const update = { channel: 'zalo', bot: '9', externalId: '1', chat: 'closed', payload: {} } as const
  const [said] = await db
    .insert(inbox)
    .values({ ...update, receivedAt: now })
    .returning()
  const note = { inboxId: said!.id, contactId: wroteFrom!.id, personId, reason: 'unplaced' } as const
  await db.insert(notes).values({ ...note, text: 'Cho tôi hỏi', receivedAt: now })
  const proposal = await addExemplar(db, { unit })
  const asked = { unitId: unit.id, askerId: personId } as Request
  const chats = () =>
    db.transaction(async (tx) => [
      (await hearersOf(tx, asked, date('2026-12-17')))[0]?.contactId,
      (await proposalInReview(tx, proposal))?.proposerChat,
      (await openNotes(tx))[0]?.contactId,
    ])
  expect(await chats()).toEqual([zalo, zalo, zalo])
  await choose('all')
  expect(await chats()).toEqual([telegram, telegram, telegram])
})
