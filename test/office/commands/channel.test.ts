/** `channel`: the office chooses where people are written to first, sees what it chose, and takes it back. */
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { erasePerson } from '../../../db/forgetting/erase-person.ts'
import { auditEntries, people, posts } from '../../../db/schema/index.ts'
import { channelCommand } from '../../../office/commands/channel.ts'
import { freshDatabase } from '../../database.ts'
import { type SeededUnit, seedOffice } from '../../seed.ts'
import { jsonOf, now, today } from './desk.ts'

let db: Db
let units: SeededUnit[]

beforeEach(async () => {
  db = (await freshDatabase()).db
  units = await seedOffice(db, { units: 6 })
})

type Order = Partial<Parameters<typeof channelCommand>[1]>
const asks = (order: Order = {}) => channelCommand(db, { reset: false, now, today, ...order })
const choices = async () => jsonOf(await asks()).choices
const chosenFor = async (person: number) =>
  (await db.execute<{ channel: string | null }>(`select chosen_channel(${person}) as channel`))[0]?.channel

test('nothing is chosen at first; the bots are named with what they carry', async () => {
  const outcome = await asks()
  expect(jsonOf(outcome)).toEqual({
    choices: [],
    bots: [{ channel: 'telegram', bot: '1', people: 6, messages_this_month: 0 }],
  })
  expect(outcome.lines).toEqual([
    'No platform is chosen: everybody is written to where they joined last.',
    'telegram bot 1: 6 people, 0 messages this month',
  ])
})

test('for all, a block, a unit and a person, and the narrowest counts; all of it is audited', async () => {
  const { head } = units[0]!
  await asks({ channel: 'zalo' })
  expect(await chosenFor(head.id)).toBe('zalo')
  await asks({ channel: 'telegram', block: 'k1' })
  expect(await chosenFor(head.id)).toBe('telegram')
  await asks({ channel: 'zalo', unit: 'u01' })
  expect(await chosenFor(head.id)).toBe('zalo')
  await asks({ channel: 'telegram', person: 'nguyen thi huong giang' })
  expect(await chosenFor(head.id)).toBe('telegram')
  expect(await choices()).toEqual([
    { scope: 'all', subject: '', channel: 'zalo', person: null },
    { scope: 'block', subject: 'K1', channel: 'telegram', person: null },
    { scope: 'unit', subject: 'U01', channel: 'zalo', person: null },
    { scope: 'person', subject: String(head.id), channel: 'telegram', person: 'Nguyễn Thị Hương Giang' },
  ])
  const audited = await db.select().from(auditEntries).orderBy(auditEntries.id)
  expect(audited.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
    'channel.chosen all',
    'channel.chosen block:K1',
    'channel.chosen unit:U01',
    `channel.chosen person:${head.id}`,
  ])
})

test('a choice is changed by another, and taken back once', async () => {
  await asks({ channel: 'zalo', unit: 'U01' })
  await asks({ channel: 'telegram', unit: 'U01' })
  expect(await choices()).toEqual([{ scope: 'unit', subject: 'U01', channel: 'telegram', person: null }])
  expect((await asks({ reset: true, unit: 'U01' })).lines[0]).toBe('The choice is taken back.')
  expect((await asks({ reset: true, unit: 'U01' })).lines[0]).toBe('There was no such choice.')
  expect(await choices()).toEqual([])
})

test('the choice of somebody who left is taken back by their name; no new one is made for them', async () => {
  const { id, name } = units[0]!.head
  await asks({ channel: 'zalo', person: name })
  await db.update(posts).set({ toDay: today }).where(eq(posts.personId, id))
  await expect(asks({ channel: 'telegram', person: name })).rejects.toMatchObject({ code: 'no_such_person' })
  expect((await asks({ reset: true, person: name })).lines[0]).toBe('The choice is taken back.')
  expect(await choices()).toEqual([])
})

test.each<[Order, string, string]>([
  [{ channel: 'viber' }, 'bad_channel', 'telegram or zalo'],
  [{ channel: 'zalo', reset: true }, 'bad_usage', 'out'],
  [{ unit: 'U01' }, 'bad_usage', 'telegram or zalo'],
  [{ channel: 'zalo', unit: 'U01', block: 'K1' }, 'bad_usage', '--person'],
  [{ channel: 'zalo', unit: 'U0l' }, 'no_such_unit', 'Did you mean U01'],
  [{ channel: 'zalo', block: 'X' }, 'no_such_block', 'list of units'],
  [{ channel: 'zalo', person: 'Pham Van Chien' }, 'several_people', '--phone'],
  [{ channel: 'zalo', person: 'Lê Thị Minh Nguyệ' }, 'no_such_person', 'Did you mean Lê Thị Minh Nguyệt'],
])('%j is refused with a way out and changes nothing', async (order, code, mend) => {
  await db.update(people).set({ fullName: 'Phạm Văn Chiến' }).where(eq(people.id, units[5]!.head.id))
  await expect(asks(order)).rejects.toMatchObject({ code, mend: expect.stringContaining(mend), exitCode: 2 })
  expect(await choices()).toEqual([])
})

test('whoever is erased leaves no choice behind', async () => {
  const { id, name } = units[0]!.head
  await asks({ channel: 'zalo', person: name })
  await db.transaction((tx) =>
    erasePerson(tx, id, { personId: null, through: 'command', now, today, nameless: 'x' }),
  )
  expect(await choices()).toEqual([])
})
