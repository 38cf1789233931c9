/** Somebody who presses what stands on other people's screens; what they read then, and whether anything has changed. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import type { Person, TelegramServer } from '../telegram-server.ts'
import { until } from './process.ts'

/** What was ever sent to somebody, or waits to be: a chat takes a message a second, for which a test has no time. */
async function sentTo(db: Db, { id }: Person): Promise<OutgoingMessage[]> {
  const rows = await db.execute<{ message: OutgoingMessage }>(sql`
    select o.message from outbox o join contacts c on c.id = o.contact_id where c.external_id = ${String(id)}
    order by o.id`)
  return rows.map(({ message }) => message)
}

export const textsTo = async (db: Db, person: Person): Promise<string[]> =>
  (await sentTo(db, person)).map(({ text }) => text)

/** The value of every button that these people have seen. */
export async function valuesSeenBy(db: Db, people: Person[]): Promise<string[]> {
  const screens = await Promise.all(people.map((person) => sentTo(db, person)))
  return [
    ...new Set(
      screens
        .flat()
        .flatMap(({ choices = [] }) => choices.flat())
        .map(({ value }) => value),
    ),
  ]
}

/** The value of every choice that anybody was sent, in their order. */
export async function valuesSent(db: Db): Promise<string[]> {
  const rows = await db.execute<{ value: string }>(sql`
    select choice->>'value' as value from outbox o, jsonb_path_query(o.message, '$.choices[*][*]') choice
    order by o.id`)
  return rows.map(({ value }) => value)
}

/** Of the messages whose buttons are pressed: each its own, as the newest edit of one alone is kept. */
let messageId = 1_000_000

/** Presses a button that this phone may never have shown. */
export function presses(telegram: TelegramServer, person: Person, data: string): void {
  messageId += 1
  telegram.push({
    callback_query: {
      id: `forged-${messageId}`,
      from: person.user,
      chat_instance: '1',
      message: {
        message_id: messageId,
        date: 0,
        chat: { id: person.id, type: 'private', first_name: person.user.first_name },
      },
      data,
    },
  } as never)
}

/** Resolves when the bot has answered everything that was put in. */
export const allHandled = (db: Db, telegram: TelegramServer) =>
  until(async () => {
    if (telegram.pendingUpdates.length > 0) return false
    const [row] = await db.execute<{ open: number }>(
      sql`select count(*)::int as open from inbox where handled_at is null`,
    )
    return row?.open === 0
  })

/** Where the tries themselves are kept: who wrote what, what was answered, what is still asked. */
const OF_THE_TRIES = ['inbox', 'outbox', 'conversations', 'contacts', 'notes']

/** A fingerprint of whose phone is whose, and of every table in which anything of units, plans or decisions stands. */
export async function everythingKept(db: Db): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(sql`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not in ${OF_THE_TRIES}`)
  const prints = [
    fingerprint(db, 'joined', sql`select person_id, external_id from contacts where person_id is not null`),
    ...tables.map(({ name }) => fingerprint(db, name, sql`select * from ${sql.identifier(name)}`)),
  ]
  return Object.fromEntries(await Promise.all(prints))
}

async function fingerprint(db: Db, name: string, rows: SQL): Promise<[string, string]> {
  const [row] = await db.execute<{ print: string }>(sql`
    select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as print from (${rows}) t`)
  return [name, row?.print ?? '']
}
