/** Tests the tests' own chat against what everybody knows: a task answered with two taps. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { addStaff, seedOffice } from '../seed.ts'
import { openChat } from './chat.ts'

const clock = () => new Date('2026-12-17T02:00:00Z')

test('a unit head sees what is owed, taps that it is done, and sends a photo of it', async () => {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db)
  const chat = openChat(db, unit!.head, clock)
  await chat.types('việc')
  expect(chat.last()).toContain('Báo cáo tổng kết năm 2026')
  await chat.presses('Đã xong')
  expect(chat.last()).toContain('Đã ghi nhận')
  await chat.sendsPhotos(1)
  expect(chat.last()).toContain('1 tệp')
})

test('a colleague of the office is told what they may type', async () => {
  const { db } = await freshDatabase()
  await seedOffice(db)
  const chat = openChat(db, await addStaff(db, 'Trần Thu Hà'), clock)
  await chat.types('xin chào')
  expect(chat.screen).toHaveLength(1)
})
