/** How much of its plan a bot has used, where somebody looks for it: in `doctor` and in the monitoring. */
import { expect, test } from 'vitest'
import { botsInUse } from '../../../db/bots/use.ts'
import { readFigures } from '../../../db/figures.ts'
import { doctor } from '../../../office/commands/doctor.ts'
import { createMetrics } from '../../../office/metrics.ts'
import { freshDatabase } from '../../database.ts'
import { haveGoneOut, ZALO, zaloChat } from '../../jobs/bots/near-limits.ts'
import { seedOffice } from '../../seed.ts'
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
  const bots = [{ ...ZALO, introduce: async () => 'bot.x' }]
  const outcome = await doctor({ db, today, embedded: true, bots, limits, heldReminders: 0 })
  const checks = jsonOf(outcome).checks as { name: string; state: string; found: string }[]
  expect(checks).toContainEqual(
    expect.objectContaining({ name: 'zalo 431 messages this month', state, found }),
  )
  expect(checks).toContainEqual({ name: 'zalo 431 people', state: 'ok', found: '1 of 50 (2 %)' })
  expect(checks.filter(({ name }) => name.startsWith('telegram'))).toEqual([])
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
