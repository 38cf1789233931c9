/** Notes on their way to the office: none is lost while nobody is there, and none is told twice. */
import { like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import { keepNote } from '../../db/messages/notes.ts'
import { inbox, outbox } from '../../db/schema/index.ts'
import { tellOfficeOfNotes } from '../../jobs/tell-office-of-notes.ts'
import { freshDatabase } from '../database.ts'
import { addStaff, BOT, seedOffice } from '../seed.ts'

const now = new Date('2026-12-17T02:00:00Z')
const tell = (db: Db) => tellOfficeOfNotes({ db, clock: () => now, log: () => {} })
const told = async (db: Db) =>
  (await db.select().from(outbox).where(like(outbox.key, 'note:%'))).map(({ message }) => message)

async function note(db: Db, rest: { reason: 'failed' | 'asks_to_join' | 'unsupported'; text: string }) {
  const [update] = await db
    .insert(inbox)
    .values({ ...BOT, externalId: rest.reason, chat: '1', payload: {}, receivedAt: now })
    .returning({ id: inbox.id })
  await keepNote(db, { inboxId: update!.id, receivedAt: now, ...rest })
}

test('a note waits until somebody of the office has joined; who comes later is not told of it again', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db)
  await note(db, { reason: 'failed', text: 'báo cáo' })
  await tell(db)
  expect(await told(db)).toEqual([])
  await addStaff(db, 'Trần Thu Hà')
  await tell(db)
  await addStaff(db, 'Vũ Thị Mai')
  await tell(db)
  expect(await told(db)).toHaveLength(1)
})

test('whatever it is, it is told in words; only a unit’s message can become a task’s result', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db)
  await addStaff(db, 'Trần Thu Hà')
  await note(db, { reason: 'asks_to_join', text: 'Lan, 0912 000 111' })
  await note(db, { reason: 'unsupported', text: 'voice' })
  await tell(db)
  const [join, voice] = await told(db)
  expect(join!.text).toContain('đề nghị bổ sung (9h00 ngày 17/12):\nLan, 0912 000 111')
  expect(join!.choices?.flat().map(({ label }) => label)).toEqual(['Trả lời', 'Đã đọc'])
  expect(voice!.text).toContain('tin thoại')
})
