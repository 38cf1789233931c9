/** The way in that every platform has, the typed code; and the office's people. */
import { expect } from 'vitest'
import { test } from './everywhere.ts'

const MORNING = '2026-12-10 08:00'
const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

test('a head joins by typing the code, with a space as it is printed, and sees what is owed', async ({
  open,
}) => {
  const world = await open(MORNING, ['CB05'])
  const { code } = await world.invitation('CB05')
  const head = await world.newcomer('Thơm')
  head.types(spaced(code))
  await head.waitFor('Đã đăng ký')
  head.types('viec')
  await head.waitFor('Báo cáo tổng kết năm 2026')
})

test('a code works once: the second who types it is told nothing and stays a stranger', async ({ open }) => {
  const world = await open(MORNING, ['MN01'])
  const { code } = await world.invitation('MN01')
  const first = await world.newcomer('Giang')
  first.types(code)
  await first.waitFor('Đã đăng ký')
  const second = await world.newcomer('Ai đó')
  second.types(code)
  await second.waitFor(/./)
  expect(await second.screen()).not.toMatch(/Hoa Phượng|Hương Giang|Đã đăng ký/)
})

test('five wrong codes lock the chat for an hour, even for a right one', async ({ open }) => {
  const world = await open(MORNING, ['MN01'])
  const { code } = await world.invitation('MN01')
  const guesser = await world.newcomer('Đoán')
  for (const wrong of ['111111', '222222', '333333', '444444', '555555', code]) {
    guesser.types(wrong)
    await guesser.waitFor(/./)
  }
  expect(await guesser.screen()).not.toContain('Đã đăng ký')
  await world.goTo('2026-12-10 09:30')
  guesser.types(code)
  await guesser.waitFor('Đã đăng ký')
})

test('people of the office and leaders join the same way and owe nothing', async ({ open }) => {
  const world = await open(MORNING, ['MN01'])
  const people = [
    await world.joinedStaff('Trần Thu Hà', 'office'),
    await world.joinedStaff('Bùi Tuấn Mạnh', 'leader'),
  ]
  for (const person of people) {
    person.types('việc')
    await person.waitFor('kênh đôn đốc')
  }
  await world.goTo('2026-12-17 08:00')
  for (const person of people) {
    await person.waitForQuiet(300)
    expect(await person.screen()).not.toContain('Còn 14 ngày')
  }
})
