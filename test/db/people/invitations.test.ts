/** Invitations: each is for one post, good for some days, and lets one chat in once. */
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { contactAt } from '../../../db/people/contacts.ts'
import {
  createInvitation,
  findInvitation,
  revokeInvitations,
  type Secret,
  useInvitation,
} from '../../../db/people/invitations.ts'
import { posts } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../database.ts'
import { date } from '../../domain/vietnam.ts'
import { BOT, seedOffice } from '../../seed.ts'

const now = new Date('2026-11-23T02:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1_000)
const today = date('2026-11-23')

/** The posts of so many heads who have not joined. */
async function headPosts(db: Db, count: number): Promise<number[]> {
  await seedOffice(db, { units: count, joined: false })
  return (await db.select({ id: posts.id }).from(posts).orderBy(posts.id)).map(({ id }) => id)
}

const create = (db: Db, postId: number, newCode?: () => string) =>
  db.transaction((tx) => createInvitation(tx, { postId, days: 7, now, newCode }))

const stateOf = async (db: Db, secret: Secret, at = now) =>
  (await findInvitation(db, secret, at, today))?.state ?? null

const use = (db: Db, secret: Secret, chat: string, at = now) =>
  db.transaction(async (tx) => {
    const contact = await contactAt(tx, { ...BOT, id: chat })
    const found = await findInvitation(tx, secret, at, today)
    return found !== null && useInvitation(tx, found.id, contact.id, at)
  })

test('an invitation is found by its link and by its code, and neither stands in the database', async () => {
  const { db } = await freshDatabase()
  const [post] = await headPosts(db, 1)
  const { token, code } = await create(db, post!)
  expect(token).toMatch(/^[\w-]{22}$/)
  expect(code).toMatch(/^[1-9]\d{5}$/)
  expect(await stateOf(db, { token })).toBe('open')
  expect(await stateOf(db, { code })).toBe('open')
  const [row] = await db.execute<{ row: string }>(sql`select i::text as row from invitations i`)
  expect(row?.row).not.toContain(token)
  expect(row?.row).not.toContain(code)
})

test('what never existed is not found', async () => {
  const { db } = await freshDatabase()
  await headPosts(db, 1)
  expect(await stateOf(db, { code: '123456' })).toBeNull()
  expect(await stateOf(db, { token: 'AbCdEfGhIjKlMnOpQrStUv' })).toBeNull()
})

test('it is good for seven days to the minute', async () => {
  const { db } = await freshDatabase()
  const [post] = await headPosts(db, 1)
  const { code } = await create(db, post!)
  expect(await stateOf(db, { code }, new Date(later(7).getTime() - 60_000))).toBe('open')
  expect(await stateOf(db, { code }, later(7))).toBe('expired')
  expect(await use(db, { code }, 'late', later(7))).toBe(false)
})

test('it lets in once: by the link or by the code', async () => {
  const { db } = await freshDatabase()
  const [post] = await headPosts(db, 1)
  const { token, code } = await create(db, post!)
  expect(await use(db, { token }, 'first')).toBe(true)
  expect(await stateOf(db, { code })).toBe('used')
  expect(await use(db, { code }, 'second')).toBe(false)
})

test('of chats that use one code at the same moment, one gets in', async () => {
  const { db } = await freshDatabase()
  const [post] = await headPosts(db, 1)
  const { code } = await create(db, post!)
  const tries = await Promise.all(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((chat) =>
      db.transaction(async (tx) => {
        const contact = await contactAt(tx, { ...BOT, id: chat })
        const found = await findInvitation(tx, { code }, now, today)
        // All have seen it open before the first uses it.
        await tx.execute(sql`select pg_sleep(0.1)`)
        return useInvitation(tx, found!.id, contact.id, now)
      }),
    ),
  )
  expect(tries.filter((won) => won)).toHaveLength(1)
})

test("a new invitation ends the post's older one, and nobody else's", async () => {
  const { db } = await freshDatabase()
  const [post, other] = await headPosts(db, 2)
  const first = await create(db, post!)
  const others = await create(db, other!)
  const second = await create(db, post!)
  expect(first.replacesOpen).toBe(false)
  expect(second.replacesOpen).toBe(true)
  expect(await stateOf(db, first)).toBe('replaced')
  expect(await stateOf(db, others)).toBe('open')
  expect(await stateOf(db, second)).toBe('open')
})

test('with the post ends its invitation', async () => {
  const { db } = await freshDatabase()
  const [post] = await headPosts(db, 1)
  const made = await create(db, post!)
  await db.update(posts).set({ toDay: today }).where(eq(posts.id, post!))
  expect(await stateOf(db, made)).toBe('replaced')
})

test('revoked invitations let nobody in', async () => {
  const { db } = await freshDatabase()
  const [post, other] = await headPosts(db, 2)
  const made = await create(db, post!)
  const others = await create(db, other!)
  expect(await db.transaction((tx) => revokeInvitations(tx, [post!], now))).toBe(1)
  expect(await use(db, made, 'chat')).toBe(false)
  expect(await use(db, others, 'chat')).toBe(true)
})

test('no two open invitations have the same code; a code that is free again may return, for its new owner', async () => {
  const { db } = await freshDatabase()
  const [post, other] = await headPosts(db, 2)
  const drawn = ['111111', '111111', '222222']
  const newCode = () => drawn.shift() ?? '333333'
  expect((await create(db, post!, newCode)).code).toBe('111111')
  expect((await create(db, other!, newCode)).code).toBe('222222')
  await use(db, { code: '111111' }, 'first')
  expect(await stateOf(db, { code: '111111' })).toBe('used')
  await create(db, other!, () => '111111')
  expect(await stateOf(db, { code: '111111' })).toBe('open')
})

test('invitations made at the same moment still differ', async () => {
  const { db } = await freshDatabase()
  const all = await headPosts(db, 5)
  // Everybody draws the same codes in the same order.
  const drawing = () => {
    let next = 100_000
    return () => String(next++)
  }
  const made = await Promise.all(all.map((post) => create(db, post, drawing())))
  expect(new Set(made.map(({ code }) => code)).size).toBe(all.length)
})
