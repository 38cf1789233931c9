/** A pause while it runs: made once, by nobody else, from what was really shown, and ended once. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { decideAlone } from '../../../db/reminders/reminders.ts'
import { BOT } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { pausesOf, stormyOffice } from './pausing.ts'

test('pressed twice, it is one pause; the same word shows it, and it can be ended once', async () => {
  const { db, ha, mai } = await stormyOffice()
  await ha.types('hoãn vì bão')
  await ha.presses('thứ Năm, 24/12')
  await ha.presses('Tất cả đơn vị')
  const [again] = (ha.screen.at(-1)?.choices ?? []).flat().filter(({ label }) => label === 'Chỉ hoãn')
  await ha.presses('Chỉ hoãn')
  await ha.pressesValue(again!.value)
  expect(ha.last()).toContain('Đang hoãn nhắc việc vì bão từ 17/12, nhắc lại từ thứ Năm, 24/12')
  expect(await pausesOf(db)).toHaveLength(2)
  await mai.types('hoan vi bao')
  expect(mai.last()).toContain('đồng chí Trần Thu Hà')
  await mai.presses('Kết thúc hoãn')
  await mai.presses('Kết thúc hoãn')
  expect(mai.last()).toContain('✅ Đã kết thúc hoãn')
  await ha.presses('Kết thúc hoãn')
  expect(ha.last()).toContain('đã kết thúc trước đó')
  expect((await pausesOf(db)).map(({ ended }) => ended)).toEqual([true, true])
  expect((await db.execute(sql`select action from summary.audit`)).map(({ action }) => action)).toEqual([
    'pause.made',
    'pause.ended',
  ])
  await ha.types('hoãn')
  expect(ha.last()).toContain('Sẽ nhắc lại từ ngày nào?')
})

test('ending is asked back; "Vẫn hoãn" leaves it as it is, and a yes that comes too late says so', async () => {
  const { db, ha, mai } = await stormyOffice()
  await ha.types('hoãn')
  await ha.presses('thứ Năm, 24/12')
  await ha.presses('Tất cả đơn vị')
  await ha.presses('Chỉ hoãn')
  await ha.presses('Kết thúc hoãn')
  expect(ha.last()).toContain('Kết thúc đợt hoãn này?')
  await ha.types('vẫn hoãn')
  expect(ha.last()).toContain('Đang hoãn nhắc việc từ 17/12')
  expect((await pausesOf(db)).map(({ ended }) => ended)).toEqual([false, false])
  for (const chat of [ha, mai]) {
    await chat.types('hoãn')
    await chat.types('ket thuc hoan')
  }
  await Promise.all([ha.types('1'), mai.types('1')])
  expect([ha.last(), mai.last()].filter((text) => text.startsWith('✅'))).toHaveLength(1)
  expect([ha.last(), mai.last()].filter((text) => text.includes('trước đó'))).toHaveLength(1)
})

test('while one runs another is made beside it', async () => {
  const { db, ha } = await stormyOffice()
  for (const block of ['☐ Khối trường học', '☐ Khối y tế']) {
    await ha.types('hoãn')
    if (block.includes('y tế')) await ha.presses('Hoãn thêm')
    await ha.presses('thứ Năm, 24/12')
    await ha.presses(block)
    await ha.presses('Đủ rồi')
    await ha.presses('Chỉ hoãn')
  }
  await ha.types('hoãn')
  expect((ha.screen.at(-1)?.choices ?? []).flat().map(({ label }) => label)).toEqual([
    '1. Kết thúc hoãn',
    '2. Kết thúc hoãn',
    'Hoãn thêm',
  ])
  expect(await pausesOf(db)).toHaveLength(2)
})

test('two colleagues move the same due dates at once: the second sees what is left to move before it is made', async () => {
  const { db, ha, mai } = await stormyOffice()
  for (const chat of [ha, mai]) {
    await chat.types('hoãn')
    await chat.types('5/1')
    await chat.presses('Tất cả đơn vị')
    await chat.presses('Dời đến')
  }
  await Promise.all([ha.presses('Chỉ hoãn'), mai.presses('Chỉ hoãn')])
  const made = [ha, mai].filter((chat) => chat.last().startsWith('✅'))
  const asked = [ha, mai].filter((chat) => chat.last().includes('Không có việc nào đến hạn'))
  expect([made.length, asked.length]).toEqual([1, 1])
  expect(await pausesOf(db)).toHaveLength(2)
})

test('a preview that is no longer true is shown anew instead of being carried out', async () => {
  const { db, head, ha } = await stormyOffice()
  await ha.types('hoãn')
  await ha.types('5/1')
  await ha.presses('Tất cả đơn vị')
  await ha.presses('Giữ nguyên hạn')
  await head.types('đã xong')
  await ha.presses('Chỉ hoãn')
  expect(ha.last()).toContain('- 1 việc đến hạn')
  expect(await pausesOf(db)).toEqual([])
  await ha.presses('Chỉ hoãn')
  expect(await pausesOf(db)).toHaveLength(2)
})

test('the heads of any units, a leader and a stranger can neither pause anything nor end a pause', async () => {
  const { db, head, otherHead, leader, ha, clock } = await stormyOffice()
  await ha.types('hoãn')
  await ha.presses('thứ Năm, 24/12')
  await ha.presses('Tất cả đơn vị')
  await ha.presses('Chỉ hoãn')
  const stranger = openChat(db, { address: { ...BOT, id: '999' } }, clock)
  for (const chat of [head, otherHead, leader, stranger]) {
    await chat.types('hoãn vì bão')
    for (const act of ['until:0:2026-12-20', 'all:0:', 'end:1:', 'end-yes:1:', 'show:0:', 'quiet:0:x'])
      await chat.pressesValue(`pause.${act}`)
    for (const { text } of chat.screen) expect(text).not.toContain('nhắc lại từ')
  }
  expect((await pausesOf(db)).map(({ ended }) => ended)).toEqual([false, false])
})

test('forged values are old buttons', async () => {
  const { db, ha } = await stormyOffice()
  await ha.types('hoãn')
  await ha.pressesValue('pause.until:0:2026-13-45')
  await ha.presses('thứ Năm, 24/12')
  for (const value of [
    'pause.due:0:never',
    'pause.x:0:',
    'pause.block:0:K9',
    'pause.tell:0:2026-12-24.2.0.stay',
  ])
    await ha.pressesValue(value)
  expect(ha.last()).toContain('cho đơn vị nào?')
  expect(await pausesOf(db)).toEqual([])
})

test('a pause waits while it is being decided who is reminded', async () => {
  const { db, ha } = await stormyOffice()
  await ha.types('hoãn')
  await ha.presses('thứ Năm, 24/12')
  await ha.presses('Tất cả đơn vị')
  const pressed = await db.transaction(async (tx) => {
    await decideAlone(tx)
    const press = ha.presses('Chỉ hoãn')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await pausesOf(db)).toEqual([])
    return { press }
  })
  await pressed.press
  expect(await pausesOf(db)).toHaveLength(2)
})
