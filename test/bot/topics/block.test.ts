/** The word "khối" shows the people of a leading unit how their own block stands, and nobody else anything. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { blocks, units } from '../../../db/schema/index.ts'
import { addPerson } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { openOffice } from './deciding.ts'

/** U03 and what follows it in another block, which U03 leads. */
async function secondBlock(db: Db, codes: string[]): Promise<void> {
  await db.insert(blocks).values({ code: 'K2', name: 'Khối cơ quan' })
  for (const [index, code] of codes.entries())
    await db
      .update(units)
      .set({ blockCode: 'K2', isBlockLead: index === 0 })
      .where(eq(units.code, code))
}

test('the head of the leading unit sees what of each task is done in the block, and who has said nothing', async () => {
  const { db, head, otherHead } = await openOffice({ units: 5 })
  await secondBlock(db, ['U04', 'U05'])
  await otherHead.types('đã xong')
  for (const typed of ['khối', 'KHOI', '/khoi']) {
    await head.types(typed)
    expect(head.last()).toBe(
      'Khối trường học, Quý IV/2026:\n- Báo cáo tổng kết năm 2026 (hạn 31/12): 1/3 đơn vị đã xong. Chưa báo: TH số 1, TH số 3.',
    )
  }
  await otherHead.types('khối')
  expect(otherHead.last()).toContain('Đồng chí có thể gõ')
  expect(otherHead.last()).not.toContain('TH số 1')
})

test('every leading unit sees its own block only, and a deputy of it as well', async () => {
  const { db, clock } = await openOffice({ units: 3 })
  await secondBlock(db, ['U03'])
  const [third] = await db.select({ id: units.id }).from(units).where(eq(units.code, 'U03'))
  const deputy = openChat(
    db,
    await addPerson(db, { unitIds: [third!.id], name: 'Lý An', role: 'deputy' }),
    clock,
  )
  await deputy.types('khoi')
  expect(deputy.last()).toContain('Khối cơ quan')
  expect(deputy.last()).toContain('0/1')
  expect(deputy.last()).not.toContain('TH số 1')
  await db.update(units).set({ isBlockLead: false })
  await deputy.types('khoi')
  expect(deputy.last()).toContain('Đồng chí có thể gõ')
})

test('of many who have said nothing ten are named and the others counted; when all have, that is said', async () => {
  const { db, head, ha } = await openOffice({ units: 13 })
  await head.types('khối')
  expect(head.last()).toContain('Chưa báo: TH số 1, TH số 2,')
  expect(head.last()).toContain('TH số 10 và 3 đơn vị khác.')
  await secondBlock(
    db,
    Array.from({ length: 12 }, (_, index) => `U${String(index + 2).padStart(2, '0')}`),
  )
  await head.types('đang làm')
  await head.types('khối')
  expect(head.last()).toContain('0/1 đơn vị đã xong. Tất cả đã báo.')
  await ha.types('khối')
  expect(ha.last()).not.toContain('Tất cả đã báo')
})
