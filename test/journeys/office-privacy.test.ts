/** The office's half seen by those whom it does not concern: they type its words and press its very buttons. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../db/client.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Person, TelegramServer } from '../telegram-server.ts'
import { until } from './process.ts'
import { openWorld } from './world.ts'

const WORDS = [
  '/thongbao',
  'duyệt',
  'danh sách gọi',
  '/donvi MN01',
  'hop thu',
  'hoãn vì bão',
  'tình hình',
  'nhắc',
  'gương',
  'khối',
]

/** Everything that was ever sent to somebody, or waits to be: chats take a message a second, a test has no time. */
const sentTo = (db: Db, { id }: Person) =>
  db.execute<{ message: OutgoingMessage }>(sql`select o.message from outbox o
    join contacts c on c.id = o.contact_id where c.external_id = ${String(id)}`)

const valuesOn = async (db: Db, person: Person): Promise<string[]> =>
  (await sentTo(db, person)).flatMap(({ message }) =>
    (message.choices ?? []).flat().map(({ value }) => value),
  )

const allHandled = (db: Db) =>
  until(async () => {
    const [row] = await db.execute<{ open: number }>(
      sql`select count(*)::int as open from inbox where handled_at is null`,
    )
    return row?.open === 0
  })

let presses = 0
function forges(telegram: TelegramServer, person: Person, data: string): void {
  telegram.push({
    callback_query: {
      id: `forged-${++presses}`,
      from: person.user,
      chat_instance: '1',
      message: { message_id: 1, date: 0, chat: { id: person.id, type: 'private', first_name: 'X' } },
      data,
    },
  } as never)
}

/** Everything that the office may decide or record. */
const state = async (db: Db) =>
  (
    await db.execute(sql`select
      (select count(*) from decisions)::int as decisions, (select count(*) from announcements)::int as announcements,
      (select count(*) from calls)::int as calls, (select count(*) from pauses)::int as pauses,
      (select count(*) from reports)::int as reports, (select count(*) from audit_entries)::int as audited,
      (select count(*) from notes where handled_at is not null)::int as handled,
      (select string_agg(review, ',') from exemplars) as reviews`)
  )[0]

test('the other unit’s head and a stranger try every word and every button of the office, in vain', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  const giang = await world.joined('MN01', 'Giang')
  const other = await world.joined('CB03', 'Nhiên')
  const stranger = world.telegram.person({ firstName: 'Người lạ' })
  stranger.pressesStart()
  await stranger.waitFor('Kính chào')

  giang.types('báo cáo năm bị vướng kinh phí, xin lùi hạn đến 15/1')
  await office.waitFor('xin lùi hạn')
  giang.types('cho hỏi mẫu báo cáo ở đâu ạ')
  for (const word of WORDS) office.types(word)
  leader.types('tình hình')
  await new Promise((done) => setTimeout(done, 300))
  await allHandled(world.db)
  const values = [...new Set([...(await valuesOn(world.db, office)), ...(await valuesOn(world.db, leader))])]
  expect(values.length).toBeGreaterThan(15)

  const before = await state(world.db)
  for (const person of [other, stranger]) {
    for (const word of WORDS) person.types(word)
    for (const value of values) forges(world.telegram, person, value)
  }
  await new Promise((done) => setTimeout(done, 300))
  await allHandled(world.db)
  // What an ordinary head types is noted for the office, and nothing more.
  expect(await state(world.db)).toEqual(before)
  for (const person of [other, stranger]) {
    const seen = (await sentTo(world.db, person)).map(({ message }) => message.text)
    expect(seen.length).toBeGreaterThan(values.length)
    expect(seen.join('\n')).not.toMatch(/Hoa Phượng|Hương Giang|kinh phí|Việc trong kỳ|Cần gọi/)
  }
})
