/** Files people sent: noted at once, put where they belong, and their bytes kept once. */
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { albumOf, countFor, placeAttachments, unplaced } from '../../../db/answers/attachments.ts'
import { downloadFailed, refuse, storeMedia, waitingDownloads } from '../../../db/messages/downloads.ts'
import { attachments, media } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { sender, sends, twoAssignments } from '../../senders.ts'

const at = (time: string) => new Date(`2026-12-20T${time}Z`)
const BOT = { channel: 'telegram', bot: '1' } as const
const photo = { bytes: Buffer.from([1, 2, 3]), sha256: 'abc', contentType: 'image/jpeg', width: 2, height: 1 }
const ids = (rows: { id: number }[]) => rows.map(({ id }) => id)

test('the parts of an album are tied together, with the caption or without', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  const hoa = await sender(db, 'Hoa')
  const one = await sends(db, lan, { albumId: 'a', caption: 'Hội nghị' })
  await sends(db, lan)
  const two = await sends(db, lan, { albumId: 'a' })
  await sends(db, hoa, { albumId: 'a' })
  const album = await albumOf(db, lan.contactId, 'a')
  expect(album.map(({ id, caption }) => [id, caption])).toEqual([
    [one, 'Hội nghị'],
    [two, null],
  ])
})

test('files that came out of the blue wait for their task, and then count for it and no other', async () => {
  const { db } = await freshDatabase()
  const [task, other] = await twoAssignments(db)
  const lan = await sender(db, 'Lan')
  const hoa = await sender(db, 'Hoa')
  const sent = [await sends(db, lan), await sends(db, lan)]
  await sends(db, hoa)
  expect(ids(await unplaced(db, lan.personId))).toEqual(sent)
  await db.transaction((tx) => placeAttachments(tx, sent, { assignmentId: task, reportId: null }, new Date()))
  expect(await unplaced(db, lan.personId)).toEqual([])
  expect(await countFor(db, task)).toBe(2)
  expect(await countFor(db, other)).toBe(0)
  expect((await unplaced(db, hoa.personId)).length).toBe(1)
})

test('a file sent for a task needs no placing', async () => {
  const { db } = await freshDatabase()
  const [task] = await twoAssignments(db)
  const lan = await sender(db, 'Lan')
  await sends(db, lan, { assignmentId: task })
  expect(await unplaced(db, lan.personId)).toEqual([])
  expect(await countFor(db, task)).toBe(1)
})

test('a file that was refused is no evidence and waits for no task', async () => {
  const { db } = await freshDatabase()
  const [task] = await twoAssignments(db)
  const lan = await sender(db, 'Lan')
  const placed = await sends(db, lan, { assignmentId: task })
  const loose = await sends(db, lan)
  for (const id of [placed, loose]) await db.transaction((tx) => refuse(tx, id, 'damaged'))
  expect(await countFor(db, task)).toBe(0)
  expect(await unplaced(db, lan.personId)).toEqual([])
})

test('what waits is fetched oldest first, through the bot it was sent to, and not before its time', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  const hoa = await sender(db, 'Hoa', '2')
  const [one, two, three] = [await sends(db, lan), await sends(db, lan), await sends(db, lan)]
  await sends(db, hoa)
  expect(ids(await waitingDownloads(db, BOT, 2, at('08:00:00')))).toEqual([one, two])
  await downloadFailed(db, two, { attempts: 1, notBefore: at('08:00:05'), failure: 'retry' })
  expect(ids(await waitingDownloads(db, BOT, 9, at('08:00:00')))).toEqual([one, three])
  expect(await waitingDownloads(db, BOT, 9, at('08:00:05'))).toMatchObject([
    { id: one, attempts: 0, ref: { ref: 'photo', kind: 'photo' } },
    { id: two, attempts: 1 },
    { id: three },
  ])
})

test('the same bytes are kept once, whoever sends them, even at the same moment', async () => {
  const { db } = await freshDatabase()
  const sent = await Promise.all(
    ['Lan', 'Hoa', 'Mai', 'An'].map(async (name) => sends(db, await sender(db, name))),
  )
  expect(await Promise.all(sent.map((id) => storeMedia(db, id, photo)))).toEqual([true, true, true, true])
  const kept = await db.select().from(media)
  expect(kept).toEqual([{ ...photo, id: kept[0]?.id, byteSize: 3 }])
  const files = await db.select().from(attachments)
  expect(files.map(({ state, mediaId }) => [state, mediaId])).toEqual(sent.map(() => ['stored', kept[0]?.id]))
})

test('bytes of a file that was erased or given up meanwhile are not kept', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  const [erased, givenUp] = [await sends(db, lan), await sends(db, lan)]
  await db.delete(attachments).where(eq(attachments.id, erased))
  await db.transaction((tx) => refuse(tx, givenUp, 'unreachable'))
  expect(await storeMedia(db, erased, photo)).toBe(false)
  expect(await storeMedia(db, givenUp, photo)).toBe(false)
  expect(await db.$count(media)).toBe(0)
})

test('a file is given up once, and never after it has come', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  const [bad, good] = [await sends(db, lan), await sends(db, lan)]
  await storeMedia(db, good, photo)
  const tries = await db.transaction(async (tx) => [
    await refuse(tx, bad, 'unsupported'),
    await refuse(tx, bad, 'damaged'),
    await refuse(tx, good, 'damaged'),
  ])
  expect(tries).toEqual([true, false, false])
  const files = await db.select().from(attachments).orderBy(attachments.id)
  expect(files).toMatchObject([
    { state: 'refused', failure: 'unsupported' },
    { state: 'stored', failure: null },
  ])
})

test('the office pulls a stored photo with its bytes and what it is evidence of', async () => {
  const { db } = await freshDatabase()
  const [task] = await twoAssignments(db)
  const id = await sends(db, await sender(db, 'Lan'), { assignmentId: task, caption: 'Hội nghị' })
  await storeMedia(db, id, photo)
  const [row] = await db.execute(sql`select * from summary.photos`)
  expect(row).toMatchObject({
    task_code: 'Q4-a',
    unit_code: 'MN01',
    caption: 'Hội nghị',
    width: 2,
    height: 1,
  })
  expect(row).toMatchObject({ content_type: 'image/jpeg', byte_size: 3, sha256: 'abc', bytes: photo.bytes })
})
