/** Retention: what the settings say is kept no longer goes by itself, on the day it is due and not before. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { audit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { keepMedia } from '../../db/messages/media.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { auditEntries, inbox, media, notes, outbox, reports } from '../../db/schema/index.ts'
import { changeSetting } from '../../db/settings.ts'
import { openChat } from '../bot/chat.ts'
import { freshDatabase } from '../database.ts'
import { BOT, type SeededUnit, seedOffice } from '../seed.ts'
import { figures, tracesOf } from '../traces.ts'
import { prunes } from './pruning.ts'
import { at } from './reminders/reminding.ts'

let db: Db
let unit: SeededUnit

beforeEach(async () => {
  db = (await freshDatabase()).db
  unit = (await seedOffice(db))[0]!
})

async function writes(day: string, text: string): Promise<void> {
  const moment = at(`${day} 09:00`)
  const [update] = await db
    .insert(inbox)
    .values({
      ...BOT,
      externalId: text,
      chat: unit.head.address.id,
      payload: { text },
      receivedAt: moment,
      handledAt: moment,
    })
    .returning()
  const who = { contactId: unit.head.contactId, personId: unit.head.id }
  await db.insert(notes).values({ inboxId: update!.id, ...who, reason: 'unplaced', text, receivedAt: moment })
  await enqueue(db, { key: text, kind: 'answer', ...who, message: { text: `Đã nhận: ${text}` }, now: moment })
  await db.update(outbox).set({ state: 'sent', sentAt: moment }).where(eq(outbox.key, text))
}

test('what was written twelve months ago goes, what was written eleven months ago stays', async () => {
  await writes('2025-12-17', 'cũ quá hạn')
  await writes('2025-12-18', 'vừa đủ hạn')
  await writes('2026-01-18', 'còn mới')
  const before = await figures(db)
  expect(await prunes(db, '2026-12-18')).toEqual(['updates 1', 'messages 1', 'notes 1'])
  expect(await tracesOf(db, 'cũ quá hạn')).toEqual(['inbox.external_id', 'outbox.key'])
  expect(await tracesOf(db, 'vừa đủ hạn')).toContain('notes.text')
  expect(await figures(db)).toEqual(before)
  expect(await prunes(db, '2026-12-19')).toEqual(['updates 1', 'messages 1', 'notes 1'])
  expect(await tracesOf(db, 'còn mới')).toContain('notes.text')
})

test('once a day is enough, and the same day again changes nothing', async () => {
  expect(await prunes(db, '2026-12-18')).toEqual([])
  await writes('2025-12-01', 'cũ quá hạn')
  expect(await prunes(db, '2026-12-18')).toEqual([])
  expect(await prunes(db, '2026-12-19')).toHaveLength(3)
  expect(await prunes(db, '2026-12-20')).toEqual([])
})

test('more than one transaction should take is gone on with in the next minute', async () => {
  await db.execute(sql`insert into inbox (channel, bot, external_id, chat, payload, received_at, handled_at)
    select 'telegram', '1', 'u' || n, '5', '{"text": "cũ"}', '2025-01-01', '2025-01-01' from generate_series(1, 700) n`)
  expect(await prunes(db, '2026-12-18')).toEqual(['updates 500'])
  expect(await prunes(db, '2026-12-18')).toEqual(['updates 200'])
  expect(await prunes(db, '2026-12-18')).toEqual([])
})

test('the office says how long: a shorter time is carried out the next day', async () => {
  await writes('2026-11-01', 'tháng trước')
  await changeSetting(db, 'keep_chat_months', 1, at('2026-12-18 08:00'))
  expect(await prunes(db, '2026-12-18')).toEqual(['updates 1', 'messages 1', 'notes 1'])
})

test('what has not been handled yet, and what still waits to be sent, stays', async () => {
  const then = at('2025-01-01 09:00')
  await db
    .insert(inbox)
    .values({ ...BOT, externalId: '1', chat: '5', payload: { text: 'mới' }, receivedAt: then })
  await enqueue(db, {
    key: 'k',
    kind: 'digest',
    contactId: unit.head.contactId,
    message: { text: 'chờ' },
    now: then,
  })
  expect(await prunes(db, '2026-12-18')).toEqual([])
})

test('reports and their files are never touched', async () => {
  const chat = openChat(db, unit.head, () => at('2026-12-17 09:00'))
  await chat.types('việc')
  await chat.presses('Đã xong')
  await chat.sendsPhotos(1, 'lễ tổng kết')
  await db.update(reports).set({ note: 'xong từ sớm' })
  const before = await figures(db)
  expect(await prunes(db, '2036-01-01')).toEqual(['updates 3', 'messages 3', 'dialogues 1'])
  expect(await figures(db)).toEqual(before)
  expect(before.status).toMatchObject([{ status: 'done', evidence_count: 1 }])
  expect(await tracesOf(db, 'xong từ sớm', 'lễ tổng kết')).toEqual(['attachments.caption', 'reports.note'])
  expect(await db.$count(media)).toBe(1)
})

test('the audit log is kept five years, and says what was removed', async () => {
  const entry = { personId: null, through: 'command' as const, action: 'x.y', subject: 'z:1' }
  await audit(db, { ...entry, at: at('2021-12-17 23:59') })
  await audit(db, { ...entry, at: at('2021-12-18 00:00') })
  expect(await prunes(db, '2026-12-18')).toEqual(['audit 1'])
  const rows = await db.select().from(auditEntries)
  expect(rows.map(({ action, subject, facts }) => [action, subject, facts])).toEqual([
    ['x.y', 'z:1', {}],
    ['data.pruned', 'kind:audit', { removed: 1 }],
  ])
})

test('bytes that nothing shows any more go, and a chart stays as long as its message', async () => {
  const bytes = new Uint8Array([1])
  await keepMedia(db, { bytes, sha256: 'lost', contentType: 'image/png' })
  const chart = await keepMedia(db, { bytes, sha256: 'chart', contentType: 'image/png' })
  await enqueue(db, {
    key: 'digest',
    kind: 'digest',
    contactId: unit.head.contactId,
    message: { text: 'Bản tin', files: [{ media: chart, name: 'tuan.png' }] },
    now: at('2026-12-14 08:00'),
  })
  await db.update(outbox).set({ state: 'sent' })
  expect(await prunes(db, '2026-12-18')).toEqual(['media 1'])
  expect(await prunes(db, '2027-12-15')).toEqual(['messages 1', 'media 1'])
})
