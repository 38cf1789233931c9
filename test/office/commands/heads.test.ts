/** Heads that change, that are corrected, that head two units, or are not there at all. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { createInvitation } from '../../../db/people/invitations.ts'
import { freshDatabase } from '../../database.ts'
import {
  answer,
  counts,
  importPlan,
  importUnits,
  jsonOf,
  replaced,
  reports,
  rowVersions,
  unitList,
} from './desk.ts'

const HEAD = 'Nguyễn Thị Hương Giang,Hiệu trưởng,0900 000 025'
const SECOND = 'Phạm Thị Mai Lan,Hiệu trưởng,0900 000 026'
const followed = replaced(unitList, [HEAD, 'Lê Thị Mới,Hiệu trưởng,0900 000 125'])

let db: Db
beforeEach(async () => {
  db = (await freshDatabase()).db
  await importPlan(db)
  await importUnits(db)
})

/** Everybody who was ever head of a unit: person, phone, title, from, to. */
async function heads(unit: string): Promise<string[]> {
  const rows =
    await db.execute(sql`select p.id, p.full_name, p.phone, o.title, o.from_day::text, o.to_day::text
    from posts o join people p on p.id = o.person_id join units u on u.id = o.unit_id
    where u.code = ${unit} and o.role = 'head' order by o.id`)
  return rows.map(({ id: _, ...row }) =>
    Object.values(row)
      .map((value) => value ?? '-')
      .join(' | '),
  )
}

const people = async () => (await db.execute(sql`select id from people`)).length

/** The head of a unit has an invitation, or has joined. */
async function invite(unit: string): Promise<void> {
  const [post] = await db.execute<{ id: string }>(
    sql`select o.id from posts o join units u on u.id = o.unit_id where u.code = ${unit} and o.to_day is null`,
  )
  const order = { postId: Number(post?.id), days: 7, now: new Date('2026-11-23T01:00:00Z') }
  await db.transaction((tx) => createInvitation(tx, order))
}
const join = (unit: string) =>
  db.execute(sql`insert into contacts (channel, bot, external_id, person_id, joined_at)
    select 'telegram', 'b', u.code, o.person_id, now() from posts o join units u on u.id = o.unit_id
    where u.code = ${unit} and o.to_day is null`)

test('a new head takes over the unit and its history; the old link ends, and the new head is to be invited', async () => {
  await answer(db, 'MN01', 'Q4-b', 'in_progress')
  await invite('MN01')
  const outcome = await importUnits(db, followed)
  expect(outcome.lines).toContain(
    'MN01  Nguyễn Thị Hương Giang is followed by Lê Thị Mới, who is to be invited: npx dondoc invite --unit MN01',
  )
  expect(jsonOf(outcome).heads_to_invite).toEqual(['MN01'])
  expect(await heads('MN01')).toEqual([
    'Nguyễn Thị Hương Giang | 0900000025 | Hiệu trưởng | 2026-11-23 | 2026-11-23',
    'Lê Thị Mới | 0900000125 | Hiệu trưởng | 2026-11-23 | -',
  ])
  expect(await reports(db)).toEqual(['MN01 Q4-b in_progress'])
  const open = await db.execute(sql`select id from invitations where revoked_at is null`)
  expect(open).toHaveLength(0)
  expect(counts(await importUnits(db, followed))).toEqual([0, 0, 61, 0])
})

test('a name spelt another way is the same person, who keeps post and invitation', async () => {
  await invite('MN01')
  const list = replaced(unitList, [HEAD, 'NGUYỄN THỊ HUƠNG GIANG,Hiệu trưởng,0900 000 225'])
  expect(counts(await importUnits(db, list))).toEqual([0, 1, 60, 0])
  expect(await heads('MN01')).toEqual(['Nguyễn Thị Huơng Giang | 0900000225 | Hiệu trưởng | 2026-11-23 | -'])
  expect(await people()).toBe(61)
  expect(await db.execute(sql`select id from invitations where revoked_at is null`)).toHaveLength(1)
})

test('another title is no other head', async () => {
  await importUnits(db, replaced(unitList, [HEAD, 'Nguyễn Thị Hương Giang,Quyền Hiệu trưởng,0900 000 025']))
  expect(await heads('MN01')).toEqual([
    'Nguyễn Thị Hương Giang | 0900000025 | Quyền Hiệu trưởng | 2026-11-23 | -',
  ])
})

test('a head who leaves without a successor is told, and the list again changes nothing', async () => {
  const vacant = replaced(unitList, [HEAD, ',Hiệu trưởng,0900 000 025'])
  const outcome = await importUnits(db, vacant)
  expect(outcome.lines).toContain('MN01  Nguyễn Thị Hương Giang no longer heads it, and nobody else does.')
  const before = await rowVersions(db)
  expect(counts(await importUnits(db, vacant))).toEqual([0, 0, 61, 0])
  expect(await rowVersions(db)).toEqual(before)
})

test('two rows with the same name and phone are one person with two posts', async () => {
  const both = replaced(unitList, [SECOND, HEAD])
  await join('MN01')
  const outcome = await importUnits(db, both)
  expect(outcome.lines).toContain(
    'MN02  Phạm Thị Mai Lan is followed by Nguyễn Thị Hương Giang, who has joined already',
  )
  expect(jsonOf(outcome).heads_to_invite).toEqual([])
  expect(await people()).toBe(61)
  expect(counts(await importUnits(db, both))).toEqual([0, 0, 61, 0])
})

test('in a first list as well', async () => {
  const fresh = (await freshDatabase()).db
  await importUnits(fresh, replaced(unitList, [SECOND, 'nguyễn thị hương giang,Hiệu trưởng,+84 900 000 025']))
  expect(await fresh.execute(sql`select id from people`)).toHaveLength(60)
})

test('one person who comes to have two phones is two persons, and who was there first keeps the post', async () => {
  await importUnits(db, replaced(unitList, [SECOND, HEAD]))
  const apart = replaced(unitList, [SECOND, 'Nguyễn Thị Hương Giang,Hiệu trưởng,0900 000 099'])
  await importUnits(db, apart)
  expect(await heads('MN01')).toHaveLength(1)
  expect((await heads('MN02')).at(-1)).toContain('0900000099')
  expect(counts(await importUnits(db, apart))).toEqual([0, 0, 61, 0])
})

test('somebody of the unit who becomes its head stays the same person', async () => {
  await db.execute(sql`insert into people (full_name) values ('Lê Thị Mới')`)
  await db.execute(sql`insert into posts (person_id, unit_id, role, from_day)
    select max(p.id), (select id from units where code = 'MN01'), 'deputy', '2026-01-01' from people p`)
  await importUnits(db, followed)
  expect((await heads('MN01')).at(-1)).toContain('Lê Thị Mới | 0900000125')
  expect(await people()).toBe(62)
})

test('a head who comes back is the person of before', async () => {
  await importUnits(db, followed)
  await importUnits(db)
  expect(await heads('MN01')).toHaveLength(3)
  expect(await people()).toBe(62)
})
