/** Tests the state of things on request: leaders and the office ask for it, and nobody else ever sees it. */
import { expect, test } from 'vitest'
import { recordReport } from '../../../db/answers/reports.ts'
import { freshDatabase } from '../../database.ts'
import { zaloChat } from '../../jobs/bots/near-limits.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { openChat } from '../chat.ts'

const clock = () => new Date('2026-12-17T02:00:00Z')

async function office() {
  const { db } = await freshDatabase()
  const units = await seedOffice(db, { units: 3 })
  const leader = openChat(db, await addStaff(db, 'Bùi Tuấn Mạnh', 'leader'), clock)
  const head = openChat(db, units[1]!.head, clock)
  return { db, units, leader, head }
}

test('a leader asks in plain words and sees the figures with their picture, then each block', async () => {
  const { db, units, leader } = await office()
  await db.transaction((tx) =>
    recordReport(tx, {
      assignmentId: units[0]!.owes['Q4-b']!,
      status: 'done',
      personId: units[0]!.head.id,
      via: 'telegram',
      now: clock(),
    }),
  )
  await leader.types('tinh hinh')
  expect(leader.last()).toContain('Việc trong kỳ: 3. Đã xong 1 (33%)')
  expect(leader.screen.at(-1)?.files).toHaveLength(1)
  await leader.presses('Xem theo khối')
  expect(leader.last()).toContain('Khối trường học: 1/3 việc đã xong (33%), 2 chưa trả lời')
})

test('the office reads how full a bot is, and is warned in time; a leader reads neither', async () => {
  const { db, units } = await office()
  for (const { head } of units.slice(0, 2)) await zaloChat(db, head.id)
  const asks = async (name: string, role: 'office' | 'leader', people: number) => {
    const limits = { zalo: { people, messages: 3_000 } }
    const chat = openChat(db, await addStaff(db, name, role), clock, { limits })
    await chat.types('tình hình')
    return chat.last()
  }
  expect(await asks('Đỗ Thị Lan', 'office', 2)).toContain('⚠️ Zalo 431: 2/2 người')
  const well = await asks('Trần Văn Nam', 'office', 3)
  expect(well).toContain('Zalo 431: 2/3 người')
  expect(well).not.toContain('⚠️')
  expect(await asks('Lê Thị Hoa', 'leader', 2)).not.toContain('Zalo')
})

test('what waits for a word is one tap, or a typed number, away', async () => {
  const { units, leader, head } = await office()
  await head.types('việc')
  await head.presses('Có vướng mắc')
  await leader.types('/tinhhinh')
  await leader.types('2')
  expect(leader.last()).toMatch(/Đang chờ ý kiến|không có vướng mắc/)
  expect(leader.last()).not.toContain(units[0]!.name)
})

test('a unit head learns nothing of the others, however they ask', async () => {
  const { head } = await office()
  await head.types('tình hình')
  await head.pressesValue('digest.blocks:0:')
  await head.pressesValue('digest.difficulties:0:')
  for (const { text } of head.screen) {
    expect(text).not.toContain('Khối trường học')
    expect(text).not.toContain('Việc trong kỳ')
  }
})
