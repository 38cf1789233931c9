/** Somebody whose post in the office has ended, and links that have been used. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { busyOffice, MORNING } from './busy-office.ts'
import { triesInVain } from './tries-in-vain.ts'
import { allHandled, everythingKept, textsTo, valuesSeenBy } from './trying.ts'
import { openWorld } from './world.ts'

test('whoever has left the office loses everything in it, and links that were used open nothing', async () => {
  const world = await openWorld(MORNING, {}, ['MN01'])
  const { db, telegram } = world
  const { office, leader, head } = await busyOffice(world)
  const values = await valuesSeenBy(db, [office, leader])
  await db.execute(sql`update posts set to_day = '2026-12-10' where role = 'office'`)
  await triesInVain(world, office, values)

  const stranger = telegram.person({ firstName: 'Người lạ' })
  const before = await everythingKept(db)
  const links = [office, leader, head].map(({ chat }) => chat.messages[0]?.text?.replace('/start ', ''))
  for (const link of links) stranger.pressesStart(link)
  await allHandled(db, telegram)
  const answers = await textsTo(db, stranger)
  expect(answers).toHaveLength(links.length)
  for (const answer of answers) expect(answer).toContain('đã được dùng để đăng ký')
  expect(await everythingKept(db)).toEqual(before)
})
