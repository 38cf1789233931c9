// A plan comes again with a clause put in: every task keeps its code, the office's word and the units' answers.
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { readPlans } from '../../../db/plans/plans.ts'
import { tasksOfPlan } from '../../../db/plans/tasks.ts'
import { planDocumentImport } from '../../../office/commands/plan-document-import.ts'
import { freshDatabase } from '../../database.ts'
import { answer, counts, importUnits, now, reports, set, today } from './desk.ts'

const LETTERS = [...'abcdđeg']
const CLAUSES = [
  'Tuyên truyền cổ động trực quan phục vụ các ngày lễ lớn.',
  'Phát sóng chuyên mục “Người tốt, việc tốt” mỗi tháng 02 số.',
  'Xây dựng 05 phóng sự trước ngày 30/12.',
  'Thi vẽ tranh cho học sinh các trường học, xong trước ngày 20/12.',
]

const plan = (clauses: readonly string[]) => `UBND PHƯỜNG
Số: 112/KH-UBND
Ngày 09 tháng 3 năm 2026
KẾ HOẠCH
Triển khai công tác văn hóa, thể thao năm 2026
I. MỤC ĐÍCH
Nâng cao đời sống tinh thần.
II. NHIỆM VỤ
1. Công tác tuyên truyền
${clauses.map((clause, index) => `${LETTERS[index]}) ${clause}`).join('\n')}
2. Công tác thể thao
a) Tổ chức giải bóng đá thiếu niên trước ngày 20/6.
`

const take = (db: Db, text: string) =>
  planDocumentImport(db, {
    bytes: Buffer.from(text),
    fileName: 'plan.txt',
    dryRun: false,
    yes: true,
    today,
    now,
  })

async function stored(db: Db) {
  const [known] = await readPlans(db)
  return (await tasksOfPlan(db, known!.id)).filter(({ withdrawn }) => !withdrawn)
}

/** The office has corrected II.1.c, and a unit has answered it. */
async function officeWithPlan(): Promise<Db> {
  const { db } = await freshDatabase()
  await take(db, plan(CLAUSES))
  await importUnits(db)
  await set(db, 'II.1.c', 'title', 'Năm phóng sự')
  await set(db, 'II.1.c', 'due', '2026-12-15')
  await set(db, 'II.1.c', 'audience', 'schools')
  await set(db, 'II.1.c', 'asks', 'yes')
  await answer(db, 'MN01', 'II.1.c', 'done')
  return db
}

test('a clause put in between adds one task and moves nobody’s words', async () => {
  const db = await officeWithPlan()
  const before = await stored(db)
  const outcome = await take(db, plan(['Ban hành kế hoạch tuyên truyền trước ngày 15/3.', ...CLAUSES]))
  expect(counts(outcome)).toEqual([1, 0, 5, 0])

  const after = await stored(db)
  expect(after.map(({ code, section }) => `${code} ${section}`)).toEqual([
    ...['II.1.a-2 II.1.a', 'II.1.a II.1.b', 'II.1.b II.1.c', 'II.1.c II.1.d', 'II.1.d II.1.đ'],
    'II.2.a II.2.a',
  ])
  const words = before.find(({ code }) => code === 'II.1.c')!
  const { position, section, ...kept } = words
  expect(after.find(({ code }) => code === 'II.1.c')).toMatchObject(kept)
  expect(kept).toMatchObject({ shortTitle: 'Năm phóng sự', titleBasis: 'office', dueBasis: 'office' })
  expect(await reports(db)).toEqual(['MN01 II.1.c done'])

  const again = await take(db, plan(['Ban hành kế hoạch tuyên truyền trước ngày 15/3.', ...CLAUSES]))
  expect(counts(again)).toEqual([0, 0, 6, 0])
})

test('a clause that others replace goes, and its answers with it; a like one keeps its code with a mark', async () => {
  const db = await officeWithPlan()
  const [first, second, , last] = CLAUSES
  const other = 'Lắp đặt hệ thống loa thông minh tại khu dân cư.'
  const reworded = 'Thi vẽ tranh, thi kể chuyện cho học sinh các trường học, xong trước ngày 22/12.'
  const outcome = await take(db, plan([first!, reworded, other]))
  expect(second).not.toBe(last)
  const after = await stored(db)
  expect(after.map(({ code, section }) => `${code} ${section}`)).toEqual([
    ...['II.1.a II.1.a', 'II.1.d II.1.b', 'II.1.c-2 II.1.c', 'II.2.a II.2.a'],
  ])
  expect(after.find(({ section }) => section === 'II.1.c')).toMatchObject({
    titleBasis: 'inferred',
    dueBasis: 'inferred_no_date_in_text',
  })
  expect(JSON.stringify(outcome.json)).toContain('known_unsure')
})
