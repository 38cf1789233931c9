/** `invite` and `staff add`: who is invited, what a script gets, and what is refused. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { findInvitation } from '../../../db/people/invitations.ts'
import { contacts, people, posts, units } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import { type InviteRequest, invite } from '../../../office/commands/invite.ts'
import { type StaffRequest, staffAdd } from '../../../office/commands/staff-add.ts'
import { freshDatabase } from '../../database.ts'
import { addContact, seedOffice } from '../../seed.ts'
import { jsonOf, now, today } from './desk.ts'

const bots = { botUserNames: ['office_bot', 'second_bot'] }
const asks = (db: Db, request: Partial<InviteRequest>) => invite(db, { ...bots, now, today, ...request })
const adds = (db: Db, request: Partial<StaffRequest> = {}) =>
  staffAdd(db, { name: 'Trần Thị Mai', role: 'office', ...bots, now, today, ...request })

/** An office of so many units whose heads have not joined. */
async function office(count = 2) {
  const { db } = await freshDatabase()
  return { db, units: await seedOffice(db, { units: count, joined: false }) }
}

const roles = async (db: Db) => (await db.select().from(posts).orderBy(posts.id)).map(({ role }) => role)

test('a script gets the link, the code and the moment in the office’s zone', async () => {
  const { db } = await office()
  const { invitations } = jsonOf(await asks(db, { unit: 'U01' }))
  expect(invitations).toEqual([
    {
      unit: 'U01',
      person: 'Nguyễn Thị Hương Giang',
      role: 'head',
      link: expect.stringMatching(/^https:\/\/t\.me\/office_bot\?start=[\w-]{22}$/),
      code: expect.stringMatching(/^\d{6}$/),
      zalo_bot: null,
      expires_at: '2026-11-30T09:00:00+07:00',
    },
  ])
})

test('the link and the code that were printed are the ones that let in', async () => {
  const { db, units } = await office()
  const [{ link, code }] = jsonOf(await asks(db, { unit: 'u01' })).invitations
  const token = new URL(link).searchParams.get('start') ?? ''
  for (const secret of [{ token }, { code }]) {
    expect(await findInvitation(db, secret, now, today)).toMatchObject({
      personId: units[0]?.head.id,
      state: 'open',
    })
  }
})

test('while no bot is known there is a code and no link', async () => {
  const { db } = await office()
  const outcome = await asks(db, { unit: 'U01', botUserNames: [] })
  expect(jsonOf(outcome).invitations[0]).toMatchObject({ link: null, code: expect.stringMatching(/^\d{6}$/) })
  expect(outcome.lines.join('\n')).toContain('link: none')
})

test('the office decides how many days an invitation is good', async () => {
  const { db } = await office()
  await changeSetting(db, 'invitation_days', 3, now)
  const [made] = jsonOf(await asks(db, { unit: 'U01' })).invitations
  expect(made.expires_at).toBe('2026-11-26T09:00:00+07:00')
})

test('inviting again ends the earlier link, and says so', async () => {
  const { db } = await office()
  const [first] = jsonOf(await asks(db, { unit: 'U01' })).invitations
  const again = await asks(db, { unit: 'U01' })
  expect(again.lines.join('\n')).toContain('work no more')
  expect(await findInvitation(db, { code: first.code }, now, today)).toMatchObject({ state: 'replaced' })
})

test('a deputy is added to the unit and invited; a second time it is the same person', async () => {
  const { db } = await office()
  const deputy = { unit: 'U02', post: 'deputy', name: 'Đỗ  Văn Nam', phone: '0900 000 202' }
  const [made] = jsonOf(await asks(db, deputy)).invitations
  expect(made).toMatchObject({ unit: 'U02', person: 'Đỗ Văn Nam', role: 'deputy' })
  await asks(db, { ...deputy, name: 'Do Van Nam', phone: '0900000203' })
  expect(await roles(db)).toEqual(['head', 'head', 'deputy'])
  const named = await db.select().from(people).where(eq(people.phone, '0900000203'))
  expect(named).toMatchObject([{ fullName: 'Đỗ Văn Nam' }])
})

test('who is named without a phone keeps the one that is known', async () => {
  const { db } = await office()
  await asks(db, { unit: 'U01', post: 'clerk', name: 'Đỗ Văn Nam', phone: '0900000202' })
  await asks(db, { unit: 'U01', post: 'clerk', name: 'Đỗ Văn Nam' })
  expect(await db.select().from(people).where(eq(people.phone, '0900000202'))).toHaveLength(1)
})

test('the same name with the same phone in another unit is one person with two posts', async () => {
  const { db } = await office()
  for (const unit of ['U01', 'U02'])
    await asks(db, { unit, post: 'clerk', name: 'Đỗ Văn Nam', phone: '0900000202' })
  const held = await db.select().from(posts).where(eq(posts.role, 'clerk'))
  expect(held).toHaveLength(2)
  expect(new Set(held.map(({ personId }) => personId)).size).toBe(1)
})

test('all: every head who has not joined, each once; vacant posts are named', async () => {
  const { db, units: seeded } = await office(4)
  await addContact(db, seeded[1]!.head.id, 'chat', '2026-11-01T00:00:00Z')
  await db.update(posts).set({ toDay: today }).where(eq(posts.unitId, seeded[2]!.id))
  await db.update(units).set({ endedOn: today }).where(eq(units.code, 'U04'))
  const outcome = await asks(db, { all: true })
  const { invitations, joined, vacant } = jsonOf(outcome)
  expect(invitations.map(({ unit }: { unit: string }) => unit)).toEqual(['U01'])
  expect([joined, vacant]).toEqual([1, ['U03']])
  expect(outcome.lines).toContain('No head to invite: U03.')
})

test('all, for a platform: whoever is not reached there, wherever else they have joined', async () => {
  const { db, units: seeded } = await office(3)
  const [telegram, both] = seeded.map(({ head }) => head.id)
  await addContact(db, telegram!, 'chat', '2026-11-01T00:00:00Z')
  await addContact(db, both!, 'other chat', '2026-11-01T00:00:00Z')
  const chat = { channel: 'zalo', bot: '9', externalId: 'z', personId: both! } as const
  await db.insert(contacts).values(chat)
  const invited = async (channel?: string) =>
    jsonOf(await asks(db, { all: true, channel })).invitations.map(({ unit }: { unit: string }) => unit)
  expect(await invited()).toEqual(['U03'])
  expect(await invited('zalo')).toEqual(['U01', 'U03'])
  await db.update(contacts).set({ state: 'unreachable' })
  expect(await invited('zalo')).toEqual(['U01', 'U02', 'U03'])
  expect(await invited()).toEqual(['U03'])
})

test('somebody of the office and a leader are added once, and invited by name', async () => {
  const { db } = await office()
  const [made] = jsonOf(await adds(db, { phone: '0900000301' })).invitations
  expect(made).toMatchObject({ unit: null, person: 'Trần Thị Mai', role: 'office' })
  await adds(db, { name: 'TRAN THI MAI' })
  await adds(db, { name: 'Lê Văn Tú', role: 'leader' })
  expect(await roles(db)).toEqual(['head', 'head', 'office', 'leader'])
  const [again] = jsonOf(await asks(db, { staff: 'le van tu' })).invitations
  expect(again).toMatchObject({ person: 'Lê Văn Tú', role: 'leader' })
})

test.each([
  [{ unit: 'U0l' }, 'no_such_unit', 'Did you mean U01'],
  [{ unit: 'XYZ99' }, 'no_such_unit', 'list of units'],
  [{ unit: 'U01', all: true }, 'bad_usage', '--unit CODE'],
  [{ unit: 'U01', channel: 'zalo' }, 'bad_usage', '--all'],
  [{ all: true, channel: 'viber' }, 'bad_channel', 'telegram or zalo'],
  [{}, 'bad_usage', '--all'],
  [{ unit: 'U01', post: 'deputy' }, 'bad_usage', '--name'],
  [{ unit: 'U01', name: 'Đỗ Văn Nam' }, 'bad_usage', '--post'],
  [{ unit: 'U01', post: 'head', name: 'Đỗ Văn Nam' }, 'bad_post', 'deputy'],
  [{ unit: 'U01', post: 'clerk', name: ' ' }, 'bad_name', 'full name'],
  [{ unit: 'U01', post: 'clerk', name: 'Nam', phone: '123' }, 'bad_phone', 'ten digits'],
  [{ staff: 'Trần Thị Mài' }, 'no_such_person', 'staff add --name "Trần Thị Mài"'],
])('%j is refused with a way out and changes nothing', async (request, code, mend) => {
  const { db } = await office()
  await expect(asks(db, request)).rejects.toMatchObject({
    code,
    mend: expect.stringContaining(mend),
    exitCode: 2,
  })
  expect(await roles(db)).toEqual(['head', 'head'])
})

test('a unit without a head, a misspelt colleague and an unknown role are refused with a way out', async () => {
  const { db, units: seeded } = await office()
  await db.update(posts).set({ toDay: today }).where(eq(posts.unitId, seeded[0]!.id))
  await expect(asks(db, { unit: 'U01' })).rejects.toMatchObject({ code: 'no_head' })
  await adds(db)
  await expect(asks(db, { staff: 'Trần Thị Mia' })).rejects.toMatchObject({
    mend: expect.stringContaining('Did you mean Trần Thị Mai?'),
  })
  await expect(adds(db, { role: 'boss' })).rejects.toMatchObject({ code: 'bad_role' })
})

test('without any unit the way out is the import', async () => {
  const { db } = await freshDatabase()
  await expect(asks(db, { unit: 'U01' })).rejects.toMatchObject({
    mend: expect.stringContaining('units import'),
  })
})
