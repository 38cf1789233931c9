/** The two ways in that need more of a platform than words: the link, and one's own phone number. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openWorld } from './world.ts'

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
