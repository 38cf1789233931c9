/** The call list in the chat: whom to telephone, ticked off once, and nobody else's business. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../database.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { openChat } from '../chat.ts'

/** Every reminder of 31 December has passed. */
const clock = () => new Date('2027-01-11T02:00:00Z')

async function office(units = 3, joined = true) {
  const { db } = await freshDatabase()
  const seeded = await seedOffice(db, { units, joined })
  const colleague = openChat(db, await addStaff(db, 'Trần Thu Hà'), clock)
  return { db, units: seeded, colleague }
}

const made = async (db: Awaited<ReturnType<typeof office>>['db']) =>
  db.execute('select unit_code, called_by from summary.calls order by call_id')

test('the list names whom to call and about what, and a tick takes the unit off it', async () => {
  const { db, units, colleague } = await office()
  await colleague.types('danh sach goi')
  expect(colleague.last()).toContain('Cần gọi điện: 3 đơn vị.')
  expect(colleague.last()).toContain(`1. ${units[0]!.name}\n${units[0]!.head.name}`)
  expect(colleague.last()).toContain('- Báo cáo tổng kết năm 2026 (hạn 31/12)')
  await colleague.presses('1. Đã gọi')
  expect(colleague.last()).toContain('Cần gọi điện: 2 đơn vị.')
  expect(colleague.last()).toContain(`Đã ghi nhận cuộc gọi tới ${units[0]!.name}`)
  expect(await made(db)).toEqual([{ unit_code: 'U01', called_by: 'Trần Thu Hà' }])
  const [entry] = await db.execute('select action, subject, done_by from summary.audit')
  expect(entry).toEqual({ action: 'call.made', subject: 'unit:U01', done_by: 'Trần Thu Hà' })
})

test('two colleagues tick the same unit, and the call is recorded once', async () => {
  const { db, colleague } = await office()
  const other = openChat(db, await addStaff(db, 'Lê Quang'), clock)
  await colleague.types('/danhsachgoi')
  await other.types('gọi')
  await colleague.presses('1. Đã gọi')
  await other.presses('1. Đã gọi')
  expect(other.last()).toContain('không còn trong danh sách gọi')
  expect(await made(db)).toHaveLength(1)
})

test('a long list comes five at a time, and a typed number ticks the line it stands before', async () => {
  const { db, units, colleague } = await office(7)
  await colleague.types('danh sách gọi')
  await colleague.presses('Tiếp')
  expect(colleague.last()).toContain('7 đơn vị (6 - 7)')
  await colleague.types('2')
  expect(await made(db)).toEqual([{ unit_code: units[6]!.code, called_by: 'Trần Thu Hà' }])
})

test('a unit of which nobody has joined stands there for that', async () => {
  const { colleague } = await office(1, false)
  await colleague.types('danh sách gọi')
  expect(colleague.last()).toContain('Không nhận được tin nhắn.')
})

test('a unit head and a leader can neither see the list nor tick anything off', async () => {
  const { db, units } = await office()
  const head = openChat(db, units[1]!.head, clock)
  const leader = openChat(db, await addStaff(db, 'Bùi Tuấn Mạnh', 'leader'), clock)
  for (const chat of [head, leader]) {
    await chat.types('danh sách gọi')
    await chat.pressesValue('call.list:0:')
    await chat.pressesValue(`call.done:${units[0]!.id}:0`)
    for (const { text } of chat.screen) expect(text).not.toContain(units[0]!.name)
  }
  expect(await made(db)).toEqual([])
})

test('who was called, and when, stands on the unit’s own screen', async () => {
  const { colleague } = await office()
  await colleague.types('danh sach goi')
  await colleague.presses('1. Đã gọi')
  await colleague.types('đơn vị u01')
  expect(colleague.last()).toContain('Đ/c Trần Thu Hà đã gọi ngày 11/01/2027.')
  await colleague.types('đơn vị u02')
  expect(colleague.last()).not.toContain('đã gọi')
})
