/** Somebody who types every word of the office and presses every button of its screens, and gets nothing by it. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import type { Person } from '../telegram-server.ts'
import { ITS_AFFAIRS, OFFICE_WORDS } from './busy-office.ts'
import { allHandled, everythingKept, presses, textsTo } from './trying.ts'
import type { World } from './world.ts'

const openNotes = async (db: Db) => [
  ...(await db.execute(sql`select id, text from notes where handled_at is null order by id`)),
]

/** Types and presses everything; nothing but the tries themselves may be kept, and nothing of the unit be shown. */
export async function triesInVain({ db, telegram }: World, person: Person, values: string[]): Promise<void> {
  const before = await everythingKept(db)
  const notes = await openNotes(db)
  const read = (await textsTo(db, person)).length
  for (const word of OFFICE_WORDS) person.types(word)
  for (const value of values) presses(telegram, person, value)
  await allHandled(db, telegram)
  expect(await everythingKept(db)).toEqual(before)
  // What is no command of theirs is noted for the office like anything else; its own notes stay as they are.
  expect(await openNotes(db)).toEqual(expect.arrayContaining(notes))
  const answers = (await textsTo(db, person)).slice(read)
  expect(answers.length).toBeGreaterThanOrEqual(values.length)
  expect(answers.filter((text) => ITS_AFFAIRS.test(text))).toEqual([])
}
