/** The command `erase`: what is removed for good, what stays, and that nobody else loses anything. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { contacts, inbox, notes, outbox, people, posts } from '../../../db/schema/index.ts'
import type { OutgoingMessage } from '../../../domain/message.ts'
import { erase } from '../../../office/commands/erase.ts'
import { openChat } from '../../bot/chat.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { addStaff, BOT, type SeededUnit, seedOffice } from '../../seed.ts'
import { figures, tracesOf } from '../../traces.ts'
import { jsonOf } from './desk.ts'

const now = new Date('2026-12-17T02:00:00Z')
const today = date('2026-12-17')
const PHONE = '0900000101'
const SECRET = 'Nhà tôi ở cạnh chợ cá, gọi cổng sau'

let db: Db
let unit: SeededUnit
let other: SeededUnit

beforeEach(async () => {
  db = (await freshDatabase()).db
  const [first, second] = await seedOffice(db, { units: 2 })
  unit = first!
  other = second!
  await db.update(people).set({ phone: PHONE }).where(eq(people.id, unit.head.id))
})

type Order = Parameters<typeof erase>[1]
const erasing = (order: Partial<Order>) => erase(db, { dryRun: false, yes: true, today, now, ...order })
const removedBy = async (order: Partial<Order>) => jsonOf(await erasing(order)).removed

/** The head has reported, written and sent; the office was told of it, with the words, the name and the number. */
async function hasTalked(head = unit.head): Promise<void> {
  const chat = openChat(db, head, () => now)
  await chat.types('việc')
  await chat.presses('Đã xong')
  await chat.types(SECRET)
  await db.execute(sql`update inbox set payload = jsonb_build_object('text', ${`${SECRET} ${PHONE}`}::text)
    where chat = ${head.address.id}`)
  const { contactId } = await addStaff(db, 'Trần Thu Hà')
  const [note] = await db.select().from(notes)
  const told = (key: string, message: OutgoingMessage) =>
    enqueue(db, { key, kind: 'answer', contactId, message, now })
  await told(`note:${note?.id}:1`, { text: `“${SECRET}”` })
  const choices = [[{ label: 'Đã đọc', value: `inbox.read:${note?.id}:` }]]
  await told('card', { text: `“${SECRET}”`, choices })
  await told('call', { text: `Gọi ${head.name}, 0900 000 101. Hỏi cả ${other.head.name}.` })
  await db.update(outbox).set({ state: 'sent', sentAt: now }).where(eq(outbox.state, 'waiting'))
}

const leavesPost = (personId: number, day = '2026-12-10') =>
  db
    .update(posts)
    .set({ toDay: date(day) })
    .where(eq(posts.personId, personId))

test('of somebody who left, nothing is found anywhere any more, and every count stays', async () => {
  await hasTalked()
  await leavesPost(unit.head.id)
  const before = await figures(db)
  const traces = () =>
    tracesOf(db, PHONE, '0900 000 101', unit.head.name, SECRET, 'chợ cá', unit.head.address.id)
  expect(await traces()).toEqual([
    'contacts.external_id',
    'inbox.chat',
    'inbox.payload',
    'notes.text',
    'outbox.message',
    'people.full_name',
    'people.phone',
  ])

  const removed = await removedBy({ phone: '0900 000 101' })
  expect(removed).toMatchObject({ updates: 3, messages: 3, notes: 1, quotes: 3, chats: 1, phone: 1, name: 1 })
  expect(await traces()).toEqual([])
  expect(await figures(db)).toEqual(before)
  const [row] = await db.execute(sql`select reported_by from summary.reports`)
  expect(row).toEqual({ reported_by: '(đã xóa)' })
  const [told] = await db.select().from(outbox).where(eq(outbox.key, 'call'))
  expect(told?.message.text).toBe(`Gọi …, …. Hỏi cả ${other.head.name}.`)
})

test('erased twice, there is nothing left the second time', async () => {
  await hasTalked()
  await erasing({ phone: PHONE })
  const again = await erasing({ phone: PHONE })
  expect(again.lines.at(-1)).toBe('Nothing is left to erase.')
  expect(Object.values(jsonOf(again).removed).every((n) => n === 0)).toBe(true)
  await leavesPost(unit.head.id)
  expect(await removedBy({ phone: PHONE })).toMatchObject({ name: 1, phone: 1, updates: 0 })
  await expect(erasing({ phone: PHONE })).rejects.toMatchObject({ code: 'no_such_person', exitCode: 2 })
  const entries = await db.execute(sql`select action, through, done_by from summary.audit`)
  expect([...entries]).toEqual(Array(2).fill({ action: 'person.erased', through: 'command', done_by: null }))
})

test('who still holds a post keeps name and number in the list, and the office reads why', async () => {
  await hasTalked()
  const { lines } = await erasing({ phone: PHONE })
  expect(lines[0]).toBe(`${unit.head.name}, 0900 000 101 (head of U01)`)
  expect(lines.join('\n')).toContain('as long as they hold a post')
  expect(await tracesOf(db, SECRET, unit.head.address.id)).toEqual([])
  expect(await tracesOf(db, PHONE)).toEqual(['people.phone'])
})

/** Everything that is kept about a person, word for word. */
const allOf = async ({ id }: { id: number }) => [
  ...(await db.select().from(people).where(eq(people.id, id))),
  ...(await db.select().from(contacts).where(eq(contacts.personId, id))),
  ...(await db.select().from(outbox).where(eq(outbox.personId, id)).orderBy(outbox.id)),
]

test('somebody of the same name loses nothing, not even in what the office was told', async () => {
  const twin = { ...other.head, name: unit.head.name }
  await db.update(people).set({ fullName: twin.name, phone: '0900000202' }).where(eq(people.id, twin.id))
  await openChat(db, twin, () => now).types('việc')
  await hasTalked({ ...unit.head, name: 'chị Giang' })
  await enqueue(db, {
    key: 'twin',
    kind: 'digest',
    contactId: null,
    message: { text: `Gọi ${twin.name}` },
    now,
  })
  const before = await allOf(twin)
  await leavesPost(unit.head.id)
  expect(await removedBy({ phone: PHONE })).toMatchObject({ name: 1, phone: 1 })
  expect(await allOf(twin)).toEqual(before)
  const [told] = await db.select().from(outbox).where(eq(outbox.key, 'twin'))
  expect(told?.message.text).toBe(`Gọi ${twin.name}`)
})

test('of two who share a number, the office says whom it means, and the other keeps it', async () => {
  await db.update(people).set({ phone: PHONE })
  await hasTalked()
  const before = await allOf(other.head)
  await expect(erasing({ phone: PHONE })).rejects.toMatchObject({ code: 'several_people', exitCode: 2 })
  await leavesPost(unit.head.id)
  await erasing({ phone: PHONE, name: 'nguyen thi huong giang' })
  expect(await allOf(other.head)).toEqual(before)
  expect(await tracesOf(db, unit.head.name)).toEqual([])
  expect(await tracesOf(db, '0900 000 101')).toEqual(['outbox.message'])
})

test('what came in and was not dealt with yet is not lost', async () => {
  await hasTalked()
  const waits = { text: 'đang chờ xử lý' }
  await db
    .insert(inbox)
    .values({ ...BOT, externalId: 'w', chat: unit.head.address.id, payload: waits, receivedAt: now })
  await erasing({ phone: PHONE })
  const rows = await db.select({ payload: inbox.payload }).from(inbox).orderBy(inbox.id)
  expect(rows.map(({ payload }) => payload)).toEqual([{}, {}, {}, waits])
})

test('a dry run tells all and removes nothing; without a yes nothing happens either', async () => {
  await hasTalked()
  const before = await tracesOf(db, PHONE, SECRET)
  const trial = await erasing({ phone: PHONE, dryRun: true })
  expect(jsonOf(trial).removed).toMatchObject({ notes: 1 })
  expect(trial.lines.at(-1)).toContain('dry run')
  const asked: string[] = []
  const confirm = async (question: string) => asked.push(question) > 1
  expect(await erasing({ phone: PHONE, yes: false, confirm })).toMatchObject({ refused: true })
  expect(asked[0]).toContain('notes: 1')
  expect(await tracesOf(db, PHONE, SECRET)).toEqual(before)
  await erasing({ phone: PHONE, yes: false, confirm })
  expect(await tracesOf(db, SECRET)).toEqual([])
})

test.each([
  [{ phone: '0999999999' }, 'no_such_person'],
  [{ phone: '12' }, 'bad_phone'],
  [{ name: 'Không Có Ai' }, 'no_such_person'],
  [{ exemplar: 'G99' }, 'no_such_exemplar'],
  [{ exemplar: 'MN01' }, 'no_such_exemplar'],
  [{}, 'bad_usage'],
  [{ phone: PHONE, exemplar: 'G1' }, 'bad_usage'],
])('%j is refused in a clear sentence', async (order, code) => {
  await expect(erasing(order)).rejects.toMatchObject({ code, exitCode: 2 })
})
