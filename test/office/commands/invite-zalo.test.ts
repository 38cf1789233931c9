/** Invitations where Zalo is configured: each names a bot with room, and says plainly when none has any. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { contacts } from '../../../db/schema/index.ts'
import { type InviteRequest, invite } from '../../../office/commands/invite.ts'
import { staffAdd } from '../../../office/commands/staff-add.ts'
import { freshDatabase } from '../../database.ts'
import { seedOffice } from '../../seed.ts'
import { jsonOf, now, today } from './desk.ts'

const zalo = (limit: number) => ({
  channel: 'zalo' as const,
  bots: [
    { bot: '431', name: 'bot.mot' },
    { bot: '432', name: '432' },
  ],
  limit,
})
const order = { botUserNames: [], now, today }
const asks = (db: Db, request: Partial<InviteRequest>) =>
  invite(db, { ...order, codeBots: zalo(50), ...request })

async function office(count: number) {
  const { db } = await freshDatabase()
  return { db, units: await seedOffice(db, { units: count, joined: false }) }
}

const joins = (db: Db, personId: number, bot: string) =>
  db.insert(contacts).values({ channel: 'zalo', bot, externalId: `z${personId}`, personId, joinedAt: now })

const named = (outcome: Awaited<ReturnType<typeof asks>>): (string | null)[] =>
  jsonOf(outcome).invitations.map(({ zalo_bot }: { zalo_bot: string | null }) => zalo_bot)

test('invitations to all are spread over the bots, in the table and on the cards too', async () => {
  const { db } = await office(4)
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-zalo-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const outcome = await asks(db, { all: true, sheet: join(folder, 'sheet') })
  expect(named(outcome)).toEqual(['bot.mot', '432', 'bot.mot', '432'])
  const { sheet } = jsonOf(outcome)
  const [head, ...lines] = parse(readFileSync(sheet.csv, 'utf8'), { bom: true }) as string[][]
  expect(head?.at(-1)).toBe('Bot Zalo')
  expect(lines.map((line) => line.at(-1))).toEqual(['bot.mot', '432', 'bot.mot', '432'])
  expect(readFileSync(sheet.html, 'utf8').match(/Mở Zalo, tìm bot bot\.mot\./g)).toHaveLength(2)
})

test('where there is a link, the card says both ways', async () => {
  const { db } = await office(1)
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-zalo-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { sheet } = jsonOf(
    await asks(db, { all: true, botUserNames: ['office_bot'], sheet: join(folder, 'sheet') }),
  )
  const html = readFileSync(sheet.html, 'utf8')
  expect(html).toContain('@office_bot')
  expect(html).toContain('Dùng Zalo: tìm bot bot.mot, gửi 6 số trên.')
})

test('whoever joined stays with their bot, and whoever was invited keeps the place', async () => {
  const { db, units } = await office(4)
  await joins(db, units[0]!.head.id, '432')
  expect(named(await asks(db, { unit: 'U01' }))).toEqual(['432'])
  expect(named(await asks(db, { unit: 'U02' }))).toEqual(['bot.mot'])
  // One is there and one is expected: the third place of three is the next one's, and then there is none.
  const two = { codeBots: zalo(2) }
  expect(named(await asks(db, { unit: 'U03', ...two }))).toEqual(['bot.mot'])
  expect(named(await asks(db, { unit: 'U02', ...two }))).toEqual(['bot.mot'])
  await joins(db, units[3]!.head.id, '431')
  const full = await asks(db, { unit: 'U02', codeBots: zalo(1) })
  expect(named(full)).toEqual([null])
  expect(full.lines.join('\n')).toContain('add its token to ZALO_BOT_TOKEN')
})

test('a bot that is no longer ours keeps nobody', async () => {
  const { db, units } = await office(1)
  await joins(db, units[0]!.head.id, '999')
  expect(named(await asks(db, { unit: 'U01' }))).toEqual(['bot.mot'])
})

test('people of the office are told their bot, and that there is none left', async () => {
  const { db } = await office(1)
  const adds = (limit: number) =>
    staffAdd(db, { name: 'Trần Thị Mai', role: 'office', ...order, codeBots: zalo(limit) })
  expect((await adds(50)).lines).toContain('  zalo: write the code to the bot bot.mot')
  expect((await adds(0)).lines.join('\n')).toContain('No place in zalo for 1')
})
