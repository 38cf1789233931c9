/** "Dữ liệu của tôi": what people see of what is kept about them, and what becomes of what they ask. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { contacts, notes, outbox, people } from '../../../db/schema/index.ts'
import { tick } from '../../../jobs/reminders/send-reminders.ts'
import { freshDatabase } from '../../database.ts'
import { addExemplar } from '../../exemplars.ts'
import { addStaff, BOT, type SeededUnit, seedOffice } from '../../seed.ts'
import { figures, tracesOf } from '../../traces.ts'
import { openChat } from '../chat.ts'

let db: Db
let unit: SeededUnit
let other: SeededUnit
let time: Date
const clock = () => time
const SECRET = 'Nhà tôi ở cạnh chợ cá, gọi cổng sau'

beforeEach(async () => {
  db = (await freshDatabase()).db
  const [first, second] = await seedOffice(db, { units: 2 })
  unit = first!
  other = second!
  time = new Date('2026-12-17T02:00:00Z')
  await db.update(people).set({ phone: '0900000101' }).where(eq(people.id, unit.head.id))
})

const opens = (person = unit.head) => openChat(db, person, clock)

test('a unit head reads everything that is kept about them, for how long, and whom to call', async () => {
  const chat = opens()
  await chat.types('việc')
  await chat.presses('Đã xong')
  await addExemplar(db, { unit, review: 'approved' })
  await addExemplar(db, { unit, review: 'draft' })
  await chat.types(SECRET)
  await chat.types('du lieu cua toi')
  const text = chat.last()
  for (const kept of [
    'Nguyễn Thị Hương Giang',
    'Thủ trưởng Trường Tiểu học số 1',
    '0900 000 101',
    'Telegram, từ 24/02/2026',
    'Đã báo cho đơn vị: 1 lần, 0 tệp',
    'Gương đã giới thiệu: 2 (1 đã duyệt, 1 đang soạn)',
    'đọc: 1',
    'lưu 12 tháng',
  ])
    expect(text).toContain(kept)
  expect(text.length).toBeLessThan(800)
})

test('a leader, a colleague of the office and the menu get there too', async () => {
  for (const role of ['office', 'leader'] as const) {
    const chat = opens(await addStaff(db, 'Trần Thu Hà', role))
    await chat.types('/dulieu@dondoc_bot')
    expect(chat.last()).toContain('Trần Thu Hà')
  }
})

test('a stranger who types it is welcomed, and learns nothing', async () => {
  const chat = openChat(db, { address: { ...BOT, id: '999' } }, clock)
  await chat.types('dữ liệu của tôi')
  expect(chat.last()).toContain('Kính chào')
  await chat.pressesValue(`data.erase:${unit.head.id}:2026-12-17`)
  expect(chat.last()).toContain('Kính chào')
  expect(await tracesOf(db, '0900000101')).toEqual(['people.phone'])
})

test('what somebody wants corrected reaches the office in their own words, once', async () => {
  const chat = opens()
  await chat.types('dữ liệu')
  await chat.types('sua')
  await chat.types('Số mới của tôi là 0912 345 678')
  expect(chat.last()).toContain('Đã chuyển')
  const [note] = await db.select().from(notes)
  expect(note).toMatchObject({ personId: unit.head.id, unitId: unit.id, reason: 'unplaced', handledAt: null })
  expect(note?.text).toContain('Số mới của tôi là 0912 345 678')
  await chat.types('xong rồi')
  expect(await db.$count(notes)).toBe(1)
})

test('"hủy" in the middle of a correction leaves everything as it is', async () => {
  const chat = opens()
  await chat.types('dữ liệu')
  await chat.presses('Sửa')
  await chat.types('huy')
  await chat.types('việc')
  expect(chat.last()).toContain('Báo cáo tổng kết')
  expect(await db.$count(notes)).toBe(0)
})

test('who stops messages gets none until they write again, and is told so', async () => {
  const chat = opens()
  const day = { db, clock, log: () => {} }
  await chat.types('dữ liệu')
  await chat.presses('Ngừng nhận tin')
  expect(chat.last()).toContain('Đồng chí đồng ý chứ?')
  await enqueue(db, {
    key: 'waits',
    kind: 'reminder',
    contactId: unit.head.contactId,
    message: { text: 'nhắc' },
    notBefore: new Date('2026-12-18T02:00:00Z'),
    now: time,
  })
  await chat.types('1')
  expect(chat.last()).toMatch(/gọi đồng chí theo số 0900 000 101.*nhắn một tin bất kỳ/)
  expect(await chat.receives()).toEqual([])
  const [waiting] = await db.select().from(outbox).where(eq(outbox.key, 'waits'))
  expect(waiting).toMatchObject({ state: 'failed', failure: 'unreachable' })
  await tick(day)
  expect(await chat.receives()).toEqual([])
  await chat.types('xin chào')
  time = new Date('2026-12-24T02:00:00Z')
  await tick(day)
  expect((await chat.receives())[0]?.text).toContain('Báo cáo tổng kết')
})

test('who thinks better of it keeps everything', async () => {
  const chat = opens()
  await chat.types('dữ liệu')
  await chat.presses('Ngừng nhận tin')
  await chat.presses('Vẫn nhận tin')
  expect(chat.last()).toContain('vẫn giữ nguyên')
  await chat.types('dữ liệu')
  await chat.presses('Xóa')
  await chat.types('giu nguyen')
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, unit.head.contactId!))
  expect(contact).toMatchObject({ personId: unit.head.id, state: 'reachable' })
})

test('erasing takes what is theirs at once, leaves the work of the unit, and tells both', async () => {
  const chat = opens()
  await chat.types('việc')
  await chat.presses('Đã xong')
  await chat.types(SECRET)
  await db.execute(sql`update inbox set payload = jsonb_build_object('text', ${SECRET}::text)`)
  await chat.sendsPhotos(1, SECRET)
  await addExemplar(db, { unit, review: 'draft', name: 'Đặng Thị Mận', photos: ['Mận'] })
  await addExemplar(db, { unit, review: 'approved' })
  const before = await figures(db)

  await chat.types('dữ liệu')
  await chat.presses('Xóa')
  expect(chat.last()).toContain('Đồng chí đồng ý chứ?')
  expect(await tracesOf(db, SECRET)).not.toEqual([])
  await chat.presses('Đồng ý xóa')
  expect(chat.last()).toMatch(/Đã xóa \d+ tin đồng chí nhắn, \d+ tin đã gửi đồng chí, .*1 gương đang soạn/)
  expect(chat.last()).toContain('đang giữ chức vụ')
  expect(chat.last()).toContain('2 ngày làm việc')

  expect(await tracesOf(db, SECRET, 'Đặng Thị Mận')).toEqual([])
  expect(await tracesOf(db, '0900000101', unit.head.name)).toEqual(['people.full_name', 'people.phone'])
  const after = await figures(db)
  expect({ ...after, deliveries: after.deliveries.slice(0, before.deliveries.length) }).toEqual(before)
  const open = await db.select().from(notes).where(sql`handled_at is null`)
  expect(open).toMatchObject([{ personId: unit.head.id, text: expect.stringContaining('Đề nghị xóa') }])
  const [entry] = await db.execute(sql`select action, done_by, subject from summary.audit`)
  expect(entry).toMatchObject({ action: 'person.erased', subject: `person:${unit.head.id}` })
  await chat.types('việc')
  expect(chat.last()).toContain('Kính chào')
})

test('an old yes, a forged one and one of another person ask first', async () => {
  const chat = opens()
  for (const value of [
    `data.erase:${unit.head.id}:2026-12-16`,
    `data.erase:${other.head.id}:2026-12-17`,
    'data.erase:0:',
    `data.stop:${other.head.id}:2026-12-17`,
  ]) {
    await chat.pressesValue(value)
    expect(chat.last()).toContain('Đồng chí đồng ý chứ?')
  }
  await chat.pressesValue('data.nonsense:1:2')
  expect(chat.last()).toContain('Lựa chọn này đã cũ')
  const rows = await db.select().from(contacts)
  expect(rows.map(({ personId, state }) => [personId, state])).toEqual([
    [unit.head.id, 'reachable'],
    [other.head.id, 'reachable'],
  ])
})
