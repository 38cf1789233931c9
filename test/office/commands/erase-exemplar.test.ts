/** `erase --exemplar`: nothing of a nominee is found any more, and the proposal still counts. */
import { eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { consents, contacts, inbox, media, outbox } from '../../../db/schema/index.ts'
import { erase } from '../../../office/commands/erase.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addExemplar, DEED } from '../../exemplars.ts'
import { addStaff, BOT, type SeededUnit, seedOffice } from '../../seed.ts'
import { figures, tracesOf } from '../../traces.ts'
import { jsonOf } from './desk.ts'

const now = new Date('2026-12-17T02:00:00Z')
const today = date('2026-12-17')

let db: Db
let unit: SeededUnit
let other: SeededUnit

beforeEach(async () => {
  db = (await freshDatabase()).db
  const [first, second] = await seedOffice(db, { units: 2 })
  unit = first!
  other = second!
})

const erasing = (exemplar: string) => erase(db, { exemplar, dryRun: false, yes: true, today, now })

test('a nominee is erased everywhere, and the proposal still counts', async () => {
  const id = await addExemplar(db, { unit, photos: ['Lựu'] })
  const staff = await addStaff(db, 'Trần Thu Hà')
  const says = (key: string, text: string, value?: string) =>
    enqueue(db, {
      key,
      kind: 'digest',
      contactId: staff.contactId,
      message: { text, choices: value ? [[{ label: 'Duyệt', value }]] : undefined },
      now,
    })
  await says(`exemplar-proposal:${id}:${staff.id}`, `Hồ sơ mới: Bùi Thị Lựu. ${DEED}`)
  await says('card', 'Bùi Thị Lựu, nhiều năm liền …', `review.approve:${id}:`)
  await says('named', 'Đã duyệt Bùi Thị Lựu.')
  await says('another', 'Hồ sơ mới', `review.approve:${id}9:`)
  await says('list', 'Đã duyệt: 12', `review.approved:${id}:`)
  const before = await figures(db)

  const removed = jsonOf(await erasing(`g${id}`)).removed
  expect(removed).toEqual({ texts: 3, files: 1, consents: 1, links: 0, messages: 2, updates: 0, quotes: 1 })
  expect(await tracesOf(db, 'Bùi Thị Lựu', 'bui thi luu', DEED, 'tổ Toán', 'nhiều năm liền')).toEqual([])
  expect(await db.$count(media)).toBe(0)
  const after = await figures(db)
  expect(after.exemplars).toEqual(before.exemplars)
  const [row] = await db.execute(sql`select name, deed, photo_count, consent_store from summary.exemplars`)
  expect(row).toEqual({ name: null, deed: null, photo_count: 0, consent_store: false })
  const [waits] = await db.select().from(outbox).where(eq(outbox.key, 'card'))
  expect(waits).toMatchObject({ state: 'cancelled', message: { text: '' } })
  const others = await db
    .select()
    .from(outbox)
    .where(inArray(outbox.key, ['another', 'list']))
  expect(others.map(({ message }) => message.text)).toEqual(['Hồ sơ mới', 'Đã duyệt: 12'])
  expect((await erasing(`G${id}`)).lines.at(-1)).toBe('Nothing is left to erase.')
})

test('a photo that two proposals share stays until both are gone', async () => {
  const first = await addExemplar(db, { unit, photos: ['chung'] })
  const second = await addExemplar(db, { unit: other, name: 'Bùi Thị Lê', photos: ['chung'] })
  await erasing(`G${first}`)
  expect(await db.$count(media)).toBe(1)
  expect(await tracesOf(db, 'Bùi Thị Lê')).toEqual(['exemplars.name'])
  await erasing(`G${second}`)
  expect(await db.$count(media)).toBe(0)
})

test('what the proposer wrote for it and what the nominee was told are gone too', async () => {
  const begun = '2026-11-02T02:00:00Z'
  const id = await addExemplar(db, { unit, at: begun })
  const [chat] = await db
    .insert(contacts)
    .values({ ...BOT, externalId: '555000' })
    .returning()
  await db.update(consents).set({ contactId: chat!.id, method: 'self_confirmed' })
  const came = (externalId: string, from: string, day: string) =>
    db.insert(inbox).values({
      ...BOT,
      externalId,
      chat: from,
      payload: { text: `${externalId}: BÙI  THỊ LỰU` },
      receivedAt: new Date(day),
      handledAt: new Date(day),
    })
  await came('proposing', unit.head.address.id, begun)
  await came('earlier', unit.head.address.id, '2026-11-01T02:00:00Z')
  await came('agreeing', '555000', '2026-11-05T02:00:00Z')
  const message = { text: 'Đồng chí Lựu được giới thiệu' }
  await enqueue(db, { key: 'asked', kind: 'answer', contactId: chat!.id, message, now })
  expect(jsonOf(await erasing(`G${id}`)).removed).toMatchObject({ updates: 2, messages: 1 })
  const kept = await db.select({ payload: inbox.payload }).from(inbox).orderBy(inbox.id)
  expect(kept.map(({ payload }) => payload)).toEqual([{}, { text: 'earlier: BÙI  THỊ LỰU' }, {}])
  expect(await tracesOf(db, 'Đồng chí Lựu')).toEqual([])
  const [closed] = await db.select().from(contacts).where(eq(contacts.id, chat!.id))
  expect(closed?.state).toBe('unreachable')
})
