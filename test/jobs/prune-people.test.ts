/** Retention of what is kept about nominees, people who left, and strangers. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import {
  attachments,
  consentLinks,
  consents,
  contacts,
  exemplars,
  media,
  people,
  posts,
} from '../../db/schema/index.ts'
import { freshDatabase } from '../database.ts'
import { date } from '../domain/vietnam.ts'
import { addExemplar } from '../exemplars.ts'
import { addContact, type SeededUnit, seedOffice } from '../seed.ts'
import { figures, tracesOf } from '../traces.ts'
import { prunes } from './pruning.ts'
import { at } from './reminders/reminding.ts'

let db: Db
let unit: SeededUnit

beforeEach(async () => {
  db = (await freshDatabase()).db
  unit = (await seedOffice(db))[0]!
})

test('a draft is kept for seven days after the last word, then it is gone with its files', async () => {
  const id = await addExemplar(db, { unit, review: 'draft', photos: ['Lựu'], at: '2026-12-10T02:00:00Z' })
  await prunes(db, '2026-12-17')
  expect(await db.$count(exemplars, eq(exemplars.id, id))).toBe(1)
  expect(await prunes(db, '2026-12-18')).toEqual(['drafts 1'])
  expect([await db.$count(exemplars), await db.$count(attachments), await db.$count(media)]).toEqual([
    0, 0, 0,
  ])
  expect(await tracesOf(db, 'Bùi Thị Lựu')).toEqual([])
})

test('a draft whose nominee may still answer by their link waits for them', async () => {
  const id = await addExemplar(db, { unit, review: 'draft', at: '2026-12-10T02:00:00Z' })
  const link = { exemplarId: id, tokenHash: 'hash', createdAt: at('2026-12-10 09:00') }
  await db.insert(consentLinks).values({ ...link, expiresAt: at('2026-12-24 09:00') })
  expect(await prunes(db, '2026-12-20')).toEqual([])
  expect(await prunes(db, '2026-12-25')).toContain('drafts 1')
})

test('what a nominee took back altogether is erased within days, well before its year is over', async () => {
  await addExemplar(db, { unit, name: 'Đã Rút Lại', review: 'withdrawn' })
  await addExemplar(db, { unit, name: 'Đơn Vị Rút', review: 'withdrawn' })
  const [first] = await db.select().from(exemplars).orderBy(exemplars.id)
  const takenBack = eq(consents.exemplarId, first!.id)
  await db
    .update(consents)
    .set({ withdrawnAt: at('2026-12-01 09:00') })
    .where(takenBack)
  expect(await prunes(db, '2026-12-11')).toEqual([])
  expect(await prunes(db, '2026-12-12')).toContain('exemplars 1')
  expect(await tracesOf(db, 'Đã Rút Lại', 'Đơn Vị Rút')).toEqual(['exemplars.name'])
})

test('proposals not approved go a year after the end of theirs, approved ones after two', async () => {
  await addExemplar(db, { unit, name: 'Chưa Được Chọn', review: 'returned', photos: ['một'] })
  await addExemplar(db, { unit, name: 'Đã Được Chọn', review: 'approved', photos: ['hai'] })
  const before = await figures(db)
  expect(await prunes(db, '2027-12-31')).toEqual([])
  expect(await prunes(db, '2028-01-01')).toContain('exemplars 1')
  expect(await tracesOf(db, 'Chưa Được Chọn', 'Đã Được Chọn')).toEqual(['exemplars.name'])
  await prunes(db, '2028-12-31')
  expect(await tracesOf(db, 'Đã Được Chọn')).toEqual(['exemplars.name'])
  await prunes(db, '2029-01-01')
  expect(await tracesOf(db, 'Đã Được Chọn')).toEqual([])
  expect((await figures(db)).exemplars).toEqual(before.exemplars)
  expect(await db.$count(media)).toBe(0)
})

test('thirty days after the last post, the number and the chat are gone; the name stays with the work', async () => {
  await db.update(people).set({ phone: '0900000101' })
  await db.update(posts).set({ toDay: date('2026-11-18') })
  expect(await prunes(db, '2026-12-17')).toEqual([])
  expect(await prunes(db, '2026-12-18')).toEqual(['former_people 1'])
  expect(await tracesOf(db, '0900000101', unit.head.address.id)).toEqual([])
  expect(await tracesOf(db, unit.head.name)).toEqual(['people.full_name'])
  const [chat] = await db.select().from(contacts)
  expect(chat).toMatchObject({ personId: null, joinedAt: null, state: 'unreachable' })
})

test('whoever has another post stays reachable', async () => {
  await db.update(people).set({ phone: '0900000101' })
  await db.update(posts).set({ toDay: date('2026-01-01') })
  await db.insert(posts).values({ personId: unit.head.id, role: 'office', fromDay: date('2026-01-01') })
  expect(await prunes(db, '2026-12-18')).toEqual([])
})

test('a closed chat of nobody is forgotten, but not that of a nominee who may still change their mind', async () => {
  const stranger = await addContact(db, unit.head.id, '111', '2026-12-01T00:00:00Z')
  const nominee = await addContact(db, unit.head.id, '222', '2026-12-01T00:00:00Z')
  await db
    .update(contacts)
    .set({ personId: null, state: 'unreachable' })
    .where(sql`id in (${stranger}, ${nominee})`)
  await addExemplar(db, { unit })
  await db.update(consents).set({ contactId: nominee })
  expect(await prunes(db, '2026-12-18')).toEqual(['chats 1'])
  expect(await tracesOf(db, '111', '222')).toEqual(['contacts.external_id'])
  await db.update(consents).set({ withdrawnAt: at('2026-12-18 09:00') })
  expect(await prunes(db, '2026-12-19')).toEqual(['chats 1'])
  expect(await tracesOf(db, '222')).toEqual([])
})
