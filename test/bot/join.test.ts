/** Joining with a link or a code, and what somebody gets who has neither. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contacts, posts } from '../../db/schema/index.ts'
import type { IncomingMessage } from '../../domain/message.ts'
import { date } from '../domain/vietnam.ts'
import { addContact } from '../seed.ts'
import { minutesLater, openDoor, ownerOf } from './join/joining.ts'
import { NOON } from './turn.ts'

test('a link lets the head in, and the answer names the unit', async () => {
  const { db, units, invite, pressesLink } = await openDoor()
  const { token } = await invite(units[0])
  expect(await pressesLink('giang', token)).toContain('Đã đăng ký Trường Tiểu học số 1')
  const [chat] = await db.select().from(contacts)
  expect(chat).toMatchObject({ personId: units[0]?.head.id, joinedAt: NOON, state: 'reachable' })
})

test.each(['{}', '{3} {3}', 'ma {}', 'Mã: {}', '/start {}'])(
  'a code typed as "%s" lets the head in',
  async (form) => {
    const { db, units, invite, sends } = await openDoor()
    const { code } = await invite(units[0])
    const typed = form.replace('{3} {3}', `${code.slice(0, 3)} ${code.slice(3)}`).replace('{}', code)
    const startCode = typed.startsWith('/start ') ? code : undefined
    await sends('giang', { text: typed, startCode })
    expect(await ownerOf(db, 'giang')).toBe(units[0]?.head.id)
  },
)

test('wrong, used, expired and replaced codes each get their own words', async () => {
  const { units, invite, types, pressesLink } = await openDoor()
  const used = await invite(units[0])
  await types('giang', used.code)
  const old = await invite(units[1])
  const newer = await invite(units[1])
  const inEightDays = minutesLater(8 * 24 * 60)
  const answers = [
    await types('stranger', '999999' === newer.code ? '999998' : '999999'),
    await types('stranger', used.code),
    await types('stranger', newer.code, inEightDays),
    await types('stranger', old.code),
  ]
  expect(new Set(answers).size).toBe(4)
  expect(answers[0]).toContain('chưa đúng')
  expect(answers[1]).toContain('đã được dùng')
  expect(answers[2]).toContain('hết hạn')
  expect(answers[3]).toContain('mã mới')
  expect(await pressesLink('stranger', 'AbCdEfGhIjKlMnOpQrStUv')).toContain('chưa đúng')
})

test('of two chats that send one code at the same moment, one gets in and the other reads that it was used', async () => {
  const { units, invite, types } = await openDoor()
  const { code } = await invite(units[0])
  const answers = await Promise.all([types('a', code), types('b', code)])
  expect(answers.filter((answer) => answer.includes('Đã đăng ký'))).toHaveLength(1)
  expect(answers.filter((answer) => answer.includes('đã được dùng'))).toHaveLength(1)
})

test('five wrong codes lock the chat for an hour, for the right code and the link as well', async () => {
  const { db, units, invite, types, pressesLink } = await openDoor()
  const { code, token } = await invite(units[0])
  for (const left of [4, 3, 2, 1]) expect(await types('giang', '000000')).toContain(`còn ${left} lần`)
  expect(await types('giang', '000000')).toMatch(/đến 13h00.*0225 3888 101/s)
  expect(await types('giang', code, minutesLater(30))).toContain('đến 13h00')
  expect(await pressesLink('giang', token, minutesLater(59))).toContain('đến 13h00')
  expect(await ownerOf(db, 'giang')).toBeNull()
  expect(await types('giang', code, minutesLater(60))).toContain('Đã đăng ký')
})

test("one chat's wrong codes lock nobody else out, and a right one wipes them away", async () => {
  const { db, units, invite, types } = await openDoor()
  for (let tries = 0; tries < 5; tries++) await types('stranger', '000000')
  for (let tries = 0; tries < 4; tries++) await types('giang', '000000')
  const { code } = await invite(units[0])
  expect(await types('giang', code)).toContain('Đã đăng ký')
  const [chat] = await db.select().from(contacts).where(eq(contacts.externalId, 'giang'))
  expect(chat).toMatchObject({ wrongTries: 0, lockedUntil: null })
})

test('a stranger reads who we are and how to come in, and no name of a unit or a person, whatever they send', async () => {
  const { units, invite, sends } = await openDoor()
  const { code } = await invite(units[0])
  await sends('giang', { text: code })
  const tried: Partial<IncomingMessage>[] = [
    { text: '/start' },
    { text: 'U01' },
    { text: 'việc' },
    { text: units[0]?.name },
    { text: code },
    { text: '1' },
    { choice: 'report:1:done' },
    { choice: 'join:yes' },
    { choice: 'join:ask' },
    { unsupported: 'voice' },
    { media: { ref: 'x', kind: 'photo' } },
    { phone: { number: '0900000999', own: true } },
    { phone: { number: '0900000101', own: false } },
  ]
  for (const message of tried) {
    const answer = JSON.stringify(await sends('stranger', message))
    for (const { name, code: unitCode, head } of units) {
      for (const secret of [name, unitCode, head.name]) expect(answer).not.toContain(secret)
    }
  }
  const hello = await sends('stranger', { text: 'xin chào' })
  expect(hello.text).toMatch(/Phòng Văn hóa.*mã đăng ký 6 số/s)
  expect(hello.askForPhone).toContain('Chia sẻ số điện thoại')
})

test('where a platform shares no numbers, only the code is asked for', async () => {
  const { sends } = await openDoor({ phoneSharing: false })
  const hello = await sends('stranger', { text: 'xin chào' })
  expect(hello.text).toContain('mã đăng ký 6 số')
  expect(hello.text).not.toContain('Chia sẻ')
  expect(hello.askForPhone).toBeUndefined()
})

test.each([
  { choice: 'join:privacy' },
  { text: 'Cách dùng dữ liệu' },
  { text: 'cach dung du lieu' },
  { text: '1' },
])('how data is used is told to everybody who asks: %j', async (message) => {
  const { sends } = await openDoor()
  expect((await sends('stranger', message)).text).toMatch(/lưu: họ tên.*Telegram.*dữ liệu của tôi/s)
})

test('who presses their link twice reads that they are registered', async () => {
  const { units, invite, pressesLink } = await openDoor()
  const { token } = await invite(units[0])
  await pressesLink('giang', token)
  expect(await pressesLink('giang', token)).toContain('✅ Đồng chí đã đăng ký Trường Tiểu học số 1')
})

test('a link for a second post is used up and names both units', async () => {
  const { db, units, invite, pressesLink } = await openDoor()
  const [first, second] = units
  await pressesLink('giang', (await invite(first)).token)
  await db.update(posts).set({ personId: first!.head.id }).where(eq(posts.unitId, second!.id))
  const [post] = await db.select().from(posts).where(eq(posts.unitId, second!.id))
  const { token } = await invite({ ...second!, head: { ...second!.head, id: post!.personId } })
  expect(await pressesLink('giang', token)).toContain('Tiểu học số 1, Trường Tiểu học số 2')
})

test("another person's link does not take a chat over, and stays good for its owner", async () => {
  const { db, units, invite, pressesLink } = await openDoor()
  await pressesLink('giang', (await invite(units[0])).token)
  const { token } = await invite(units[1])
  expect(await pressesLink('giang', token)).toContain('đã được đăng ký cho người khác')
  expect(await ownerOf(db, 'giang')).toBe(units[0]?.head.id)
  expect(await pressesLink('chien', token)).toContain('Trường Tiểu học số 2')
})

test('the chat of somebody who left is a stranger’s again, and a new link makes it somebody else’s', async () => {
  const { db, units, invite, types, pressesLink } = await openDoor()
  await addContact(db, units[0]!.head.id, 'school phone', '2026-02-24T01:00:00Z')
  await db
    .update(posts)
    .set({ toDay: date('2026-12-17') })
    .where(eq(posts.unitId, units[0]!.id))
  expect(await types('school phone', 'việc')).toContain('Kính chào')
  expect(await pressesLink('school phone', (await invite(units[1])).token)).toContain('Trường Tiểu học số 2')
  expect(await ownerOf(db, 'school phone')).toBe(units[1]?.head.id)
})

test('somebody of the office joins the same way, for no unit', async () => {
  const { db, units, invite, pressesLink } = await openDoor()
  await db.update(posts).set({ role: 'office', unitId: null }).where(eq(posts.unitId, units[0]!.id))
  expect(await pressesLink('giang', (await invite(units[0])).token)).toContain(
    'Đã đăng ký đồng chí Nguyễn Thị Hương Giang, Cán bộ của phòng',
  )
})
