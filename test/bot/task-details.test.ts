/** The plan's own words, asked for from a list: their numbers mean the tasks they stand before, and no others. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { seedOffice } from '../seed.ts'
import { openChat } from './chat.ts'

const NOW = new Date('2026-12-17T02:00:00Z')

async function openHead() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db, {
    units: 1,
    tasks: [
      { code: 'Q4-a', quarter: 4, dueOn: '2026-12-31', shortTitle: 'Bình xét thi đua cuối năm' },
      { code: 'Q4-b', quarter: 4, dueOn: '2026-12-31', shortTitle: 'Báo cáo tổng kết năm 2026' },
      { code: 'Q4-c', quarter: 4, dueOn: '2026-12-31', shortTitle: 'Đăng ký thi đua 2027' },
    ],
  })
  return { db, head: openChat(db, unit!.head, () => NOW) }
}

test('after the first task is done, the details number what is left, and "1" is the first of those', async () => {
  const { db, head } = await openHead()
  await head.types('việc')
  await head.presses('1. Đã xong')
  await head.pressesValue('details:')
  expect(head.last()).toMatch(/^1\. .*Báo cáo tổng kết/m)
  await head.types('1')
  expect(head.last()).toContain('Báo cáo tổng kết năm 2026')
  await head.types('1')
  await head.types('việc 2 đã xong')
  const done = await db.execute(sql`select task_code from summary.status where status = 'done' order by 1`)
  expect(done.map((row) => row.task_code)).toEqual(['Q4-a', 'Q4-b', 'Q4-c'])
})

test('in words, the numbers of the details count as well', async () => {
  const { db, head } = await openHead()
  await head.types('việc')
  await head.presses('1. Đã xong')
  await head.pressesValue('details:')
  await head.types('viec 2 dang lam')
  const [row] = await db.execute(sql`select status from summary.status where task_code = 'Q4-c'`)
  expect(row).toEqual({ status: 'in_progress' })
})
