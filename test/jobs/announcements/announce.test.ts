/** The command `announce`: what a script gets, and that bad input changes nothing. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { announce } from '../../../jobs/announcements/announce.ts'
import { freshDatabase } from '../../database.ts'
import { seedOffice } from '../../seed.ts'

const NOW = new Date('2026-11-23T14:00:00Z')
const order = { title: 'Họp giao ban', text: 'Mời dự họp.', to: 'all' }

async function office() {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 3 })
  await db.execute(sql`delete from contacts where id = ${units[2]!.head.contactId}`)
  const rows = async () =>
    (
      await db.execute(sql`select (select count(*) from announcements)::int as announcements,
      (select count(*) from outbox)::int as messages`)
    )[0]
  return { db, rows }
}

test('it is queued at once, at night too, with a row of proof for whom it does not reach', async () => {
  const { db, rows } = await office()
  const { json, lines } = await announce(db, order, NOW)
  expect(json).toEqual({
    announcement_id: 1,
    recipients: 3,
    not_joined: ['U03'],
    unreachable: [],
    scheduled_at: null,
  })
  expect(lines.join('\n')).toContain('Not joined, so they do not get it: U03.')
  expect(await rows()).toEqual({ announcements: 1, messages: 3 })
})

test('an urgent one is kept as urgent, and no other is', async () => {
  const { db } = await office()
  await announce(db, { ...order, urgent: true }, NOW)
  await announce(db, order, NOW)
  const rows = await db.execute(sql`select urgent from summary.announcements order by announcement_id`)
  expect(rows).toEqual([{ urgent: true }, { urgent: false }])
})

test('several audiences are one, each unit once', async () => {
  const { db } = await office()
  const { json } = await announce(db, { ...order, to: 'unit:u01, unanswered:q4b,unit:U01' }, NOW)
  expect(json).toMatchObject({ recipients: 3 })
  const [row] = await db.execute(sql`select audience from summary.announcements`)
  expect(row).toEqual({ audience: ['unit:U01', 'unanswered:Q4-b'] })
})

test('with a time it waits for it', async () => {
  const { db, rows } = await office()
  const { json } = await announce(db, { ...order, at: '2026-12-17 08:00' }, NOW)
  expect(json).toMatchObject({ scheduled_at: new Date('2026-12-17T01:00:00Z') })
  expect(await rows()).toEqual({ announcements: 1, messages: 0 })
})

test.each([
  [{ to: 'all, block:K9' }, 'bad_audience'],
  [{ to: '' }, 'empty_audience'],
  [{ title: '  ' }, 'no_title'],
  [{ title: 'a'.repeat(101) }, 'title_too_long'],
  [{ text: 'a'.repeat(3_001) }, 'text_too_long'],
  [{ at: 'tomorrow' }, 'bad_time'],
  [{ at: '2026-02-31 08:00' }, 'bad_time'],
  [{ at: '2026-11-23 20:59' }, 'past_time'],
])('%o is refused with exit code 2, and nothing is changed', async (bad, code) => {
  const { db, rows } = await office()
  await expect(announce(db, { ...order, ...bad }, NOW)).rejects.toMatchObject({ code, exitCode: 2 })
  expect(await rows()).toEqual({ announcements: 0, messages: 0 })
})
