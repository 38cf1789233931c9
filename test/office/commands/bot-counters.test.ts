/** How much of its plan a bot has used, where somebody looks for it: in `doctor`, on the page and in the monitoring. */
import { expect, test } from 'vitest'
import { botsInUse } from '../../../db/bots/use.ts'
import { readFigures } from '../../../db/figures.ts'
import { doctor } from '../../../office/commands/doctor.ts'
import { createMetrics } from '../../../office/metrics.ts'
import { createApp } from '../../../office/server.ts'
import type { RunningBot } from '../../../run-bot.ts'
import { readCounters } from '../../../running-bots.ts'
import { freshDatabase } from '../../database.ts'
import { haveGoneOut, ZALO, zaloChat } from '../../jobs/bots/near-limits.ts'
import { BOT, seedOffice } from '../../seed.ts'
import { jsonOf, today } from './desk.ts'

const limits = { zalo: { people: 50, messages: 100 } }

async function used(messages: number) {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db)
  await haveGoneOut(db, await zaloChat(db, unit!.head.id), messages)
  return db
}

test.each([
  [79, 'ok', '79 of 100 (79 %)'],
  [80, 'look', '80 of 100 (80 %)'],
  [95, 'mend', '95 of 100 (95 %)'],
])('%i of a hundred messages: doctor says "%s"', async (messages, state, found) => {
  const db = await used(messages)
  const introduce = async () => 'bot.x'
  const bots = [
    { ...ZALO, introduce },
    { ...BOT, introduce },
  ]
  const outcome = await doctor({ db, today, embedded: true, bots, limits, heldReminders: 0 })
  const checks = jsonOf(outcome).checks as { name: string; state: string; found: string }[]
  expect(checks).toContainEqual(
    expect.objectContaining({ name: 'zalo 431 messages this month', state, found }),
  )
  expect(checks).toContainEqual({ name: 'zalo 431 people', state: 'ok', found: '1 of 50 (2 %)' })
  expect(checks.filter(({ name }) => name.startsWith('telegram 1 '))).toEqual([])
})

test('the monitoring reads what is used and what is allowed', async () => {
  const db = await used(3)
  const text = await createMetrics(
    () => readFigures(db),
    () => botsInUse(db),
    limits,
  )()
  expect(text).toContain('dondoc_bot_used{channel="zalo",bot="431",what="messages"} 3')
  expect(text).toContain('dondoc_bot_limit{channel="zalo",bot="431",what="messages"} 100')
  expect(text).toContain('dondoc_bot_used{channel="telegram",bot="1",what="people"} 1')
  expect(text).not.toContain('dondoc_bot_limit{channel="telegram"')
})

test('the page has a line for each bot that runs', async () => {
  const db = await used(1_200)
  const bots = [ZALO, { ...ZALO, bot: '432' }, BOT].map(({ channel: name, bot }) => ({
    channel: { name, bot },
  }))
  const app = createApp({
    health: async () => ({ ready: true, parts: {} }),
    counters: () => readCounters(db, bots as RunningBot[], { zalo: { people: 50, messages: 3_000 } }),
    metrics: async () => '',
    webhooks: {},
    linked: async () => null,
  })
  const page = await (await app.request('/')).text()
  expect(page).toContain('<p>Zalo 431: 1 of 50 people, 1,200 of 3,000 messages this month</p>')
  expect(page).toContain('<p>Zalo 432: 0 of 50 people, 0 of 3,000 messages this month</p>')
  expect(page).toContain('<p>Telegram 1: 1 people, 0 messages this month</p>')
})
