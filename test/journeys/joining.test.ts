/** The three ways in: the link, the typed code, one's own phone number; and the office's people. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openWorld } from './world.ts'

test('a head joins by typing the code, with a space as it is printed, and sees what is owed', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const { code } = await world.invitation('CB05')
  const head = world.telegram.person({ firstName: 'Thơm' })
  head.pressesStart()
  await head.waitFor('Kính chào')
  head.types(`${code.slice(0, 3)} ${code.slice(3)}`)
  await head.waitFor('Đã đăng ký')
  head.types('viec')
  await head.waitFor('Báo cáo tổng kết năm 2026')
})

test('a head joins by sharing their own number and saying yes; a forwarded card gets them nowhere', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const head = world.telegram.person({ firstName: 'Giang' })
  head.pressesStart()
  await head.waitFor('Kính chào')
  head.sharesContact('0900000025', 42)
  await head.waitFor('không phải số của chính tài khoản này')
  head.sharesOwnNumber('84900000025')
  await head.waitFor('Đồng chí là Nguyễn Thị Hương Giang')
  await head.answeredTap('Đúng')
  await head.waitFor('Đã đăng ký')
  const [row] = await world.db.execute(sql`
    select count(*)::int as n from contacts where person_id is not null and state = 'reachable'`)
  expect(row).toEqual({ n: 1 })
})

test('a link works once: the second who presses it is told so and stays a stranger', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const { link } = await world.invitation('MN01')
  const token = new URL(link).searchParams.get('start') ?? ''
  const first = world.telegram.person({ firstName: 'Giang' })
  first.pressesStart(token)
  await first.waitFor('Đã đăng ký')
  const second = world.telegram.person({ firstName: 'Ai đó' })
  second.pressesStart(token)
  await second.waitFor(() => true)
  expect(second.screen()).not.toMatch(/Hoa Phượng|Hương Giang|Đã đăng ký/)
})

test('five wrong codes lock the chat for an hour, even for a right one', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const { code } = await world.invitation('MN01')
  const guesser = world.telegram.person({ firstName: 'Đoán', started: true })
  for (const wrong of ['111111', '222222', '333333', '444444', '555555']) {
    guesser.types(wrong)
    await guesser.waitFor(() => true)
  }
  guesser.types(code)
  await guesser.waitFor(() => true)
  expect(guesser.screen()).not.toContain('Đã đăng ký')
  await world.goTo('2026-12-10 09:30')
  guesser.types(code)
  await guesser.waitFor('Đã đăng ký')
})

test('people of the office and leaders join the same way and owe nothing', async () => {
  const world = await openWorld('2026-12-10 08:00')
  for (const role of ['office', 'leader'] as const) {
    const person = await world.joinedStaff(`Người ${role}`, role)
    person.types('việc')
    await person.waitFor('kênh đôn đốc')
    await world.goTo('2026-12-17 08:00')
    await person.waitForQuiet(300)
    expect(person.screen()).not.toContain('Còn 14 ngày')
  }
})
