/** Joining by sharing one's own number: asked back, never guessed. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notes, people, posts } from '../../../db/schema/index.ts'
import { date } from '../../domain/vietnam.ts'
import { openDoor, ownerOf, PHONE } from './joining.ts'

const own = { phone: { number: PHONE, own: true } }

test.each([PHONE, '+84 900 000 101', '84900000101'])(
  'the head whose number is shared as %s is asked back and let in',
  async (number) => {
    const { db, units, sends } = await openDoor()
    const question = await sends('giang', { phone: { number, own: true } })
    expect(question.text).toBe(
      'Đồng chí là Nguyễn Thị Hương Giang, Thủ trưởng Trường Tiểu học số 1, đúng không?',
    )
    expect(question.choices?.flat().map(({ label }) => label)).toEqual(['Đúng', 'Không đúng'])
    expect(await ownerOf(db, 'giang')).toBeNull()
    const done = await sends('giang', { choice: 'join:yes', messageId: '42' })
    expect(done.text).toContain('Đã đăng ký Trường Tiểu học số 1')
    expect(done.replaces).toBe('42')
    expect(await ownerOf(db, 'giang')).toBe(units[0]?.head.id)
  },
)

test.each(['Đúng', 'dung', '1'])('the yes may be typed: "%s"', async (text) => {
  const { db, units, sends } = await openDoor()
  await sends('giang', own)
  await sends('giang', { text })
  expect(await ownerOf(db, 'giang')).toBe(units[0]?.head.id)
})

test.each([{ choice: 'join:no' }, { text: 'Không đúng' }, { text: '2' }])(
  'who says no is asked for a code, and the question is over: %j',
  async (message) => {
    const { db, sends, types } = await openDoor()
    await sends('giang', own)
    expect((await sends('giang', message)).text).toContain('mã đăng ký 6 số của mình')
    expect(await types('giang', 'Đúng')).toContain('Kính chào')
    expect(await ownerOf(db, 'giang')).toBeNull()
  },
)

test("somebody else's card lets nobody in and tells nothing", async () => {
  const { db, sends } = await openDoor()
  const answer = await sends('stranger', { phone: { number: PHONE, own: false } })
  expect(answer.text).toContain('không phải số của chính tài khoản này')
  expect(answer.askForPhone).toBeDefined()
  await sends('stranger', { choice: 'join:yes' })
  expect(await ownerOf(db, 'stranger')).toBeNull()
})

test('in a group no number is taken', async () => {
  const { db, sends } = await openDoor()
  await sends('group', { ...own, isPrivate: false })
  await sends('group', { choice: 'join:yes' })
  expect(await ownerOf(db, 'group')).toBeNull()
})

test('a number that two people share names neither', async () => {
  const { db, units, sends } = await openDoor()
  await db.update(people).set({ phone: PHONE })
  const answer = await sends('giang', own)
  expect(answer.text).toContain('mã đăng ký 6 số')
  for (const { head, name } of units) {
    expect(answer.text).not.toContain(head.name)
    expect(answer.text).not.toContain(name)
  }
  await sends('giang', { choice: 'join:yes' })
  expect(await ownerOf(db, 'giang')).toBeNull()
})

test('who heads two units is one person, and is asked about both', async () => {
  const { db, units, sends } = await openDoor()
  await db.update(posts).set({ personId: units[0]!.head.id })
  expect((await sends('giang', own)).text).toContain(
    'Thủ trưởng Trường Tiểu học số 1; Thủ trưởng Trường Tiểu học số 2',
  )
})

test('a number that is not in the list may ask to be added, and the office reads whom to call', async () => {
  const { db, sends } = await openDoor()
  const answer = await sends('stranger', {
    phone: { number: '0900000999', own: true },
    displayName: 'Anh Ba',
  })
  expect(answer.text).toContain('chưa có trong danh sách')
  const [ask] = answer.choices?.flat() ?? []
  expect(ask?.label).toBe('Gửi đề nghị bổ sung')
  const thanks = await sends('stranger', { choice: ask?.value, displayName: 'Anh Ba' })
  expect(thanks.text).toContain('Đã gửi đề nghị')
  const [note] = await db.select().from(notes)
  expect(note).toMatchObject({ reason: 'asks_to_join', text: 'Anh Ba, 0900 000 999', personId: null })
})

test('the number of somebody who left is not in the list any more', async () => {
  const { db, units, sends } = await openDoor()
  await sends('giang', own)
  await db
    .update(posts)
    .set({ toDay: date('2026-12-17') })
    .where(eq(posts.unitId, units[0]!.id))
  await sends('giang', { choice: 'join:yes' })
  expect(await ownerOf(db, 'giang')).toBeNull()
  expect((await sends('giang', own)).text).toContain('chưa có trong danh sách')
})

test('wrong codes do not keep out the head whose number the platform vouches for', async () => {
  const { db, units, sends, types } = await openDoor()
  for (let tries = 0; tries < 5; tries++) await types('giang', '000000')
  await sends('giang', own)
  await sends('giang', { choice: 'join:yes' })
  expect(await ownerOf(db, 'giang')).toBe(units[0]?.head.id)
})
