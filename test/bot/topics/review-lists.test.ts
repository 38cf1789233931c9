/** Tells how the office sees what waits for its word, and follows the exemplars it has approved. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { waitingProposals } from '../../../db/exemplars/review.ts'
import { eraseExemplar } from '../../../db/forgetting/erase-exemplar.ts'
import { exemplarEvents } from '../../../db/schema/index.ts'
import { draftProposal, MONDAY, reviewingOffice, sentProposal } from '../proposals.ts'

test('an exemplar goes through its stages, each move by name and day, and a mistake can be corrected', async () => {
  const { db, unit, ha, minh, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, {}, MONDAY)
  await ha.receives()
  await ha.pressesValue(`review.stage:${id}:discovered.fostered`)
  expect((await row(id)).stage).toBe('discovered')
  await ha.presses('Duyệt')
  await ha.presses('Sang bồi dưỡng')
  await ha.presses('Sang tổng kết')
  expect(ha.last()).toContain('Giai đoạn: tổng kết (đồng chí Trần Thu Hà chuyển ngày 14/12)')
  // A colleague's older button does not undo it.
  await minh.pressesValue(`review.stage:${id}:discovered.fostered`)
  await minh.pressesValue(`review.stage:${id}:summed_up.discovered`)
  expect(minh.last()).toContain('Giai đoạn: tổng kết')
  expect((await row(id)).stage).toBe('summed_up')
  await minh.presses('‹ Về bồi dưỡng')
  expect((await row(id)).stage).toBe('fostered')
  await minh.types('gương')
  expect(minh.last()).toContain('Gương điển hình quý IV/2026: 1.')
  expect(minh.last()).toContain(
    `1. G${id}: Nguyễn Thị Lan, TH số 1: bồi dưỡng (đồng chí Đỗ Quang Minh, 14/12)`,
  )
  await minh.types('1')
  expect(minh.last()).toContain(`Hồ sơ G${id}`)
  const moves = await db.select().from(exemplarEvents).where(eq(exemplarEvents.event, 'stage'))
  expect(moves.map(({ stage }) => stage)).toEqual(['fostered', 'summed_up', 'fostered'])
})

test('what waits is listed from the oldest, five at a time, and the rest is counted', async () => {
  const { db, unit, ha } = await reviewingOffice()
  await ha.pressesValue('review.list:0:')
  expect(ha.last()).toContain('không có hồ sơ gương nào chờ duyệt')
  for (const name of ['Hoa', 'Mai', 'Cúc', 'Đào', 'Sen', 'Huệ', 'Lý'])
    await sentProposal(db, unit, { name: `Phạm Thị ${name}` }, MONDAY)
  await draftProposal(db, unit, { name: 'Phạm Thị Nháp' }, MONDAY)
  await ha.receives()
  expect(await waitingProposals(db)).toBe(7)
  await ha.pressesValue('review.list:0:')
  expect(ha.last()).toContain('1. G1: Phạm Thị Hoa, TH số 1 (gửi 14/12, trả lời trước 21/12)')
  expect(ha.last()).toContain('và 2 hồ sơ khác')
  expect(
    ha.screen
      .at(-1)
      ?.choices?.flat()
      .map(({ label }) => label),
  ).toEqual(['Xem G1', 'Xem G2', 'Xem G3', 'Xem G4', 'Xem G5'])
  await ha.presses('Xem G3')
  expect(ha.last()).toContain('Phạm Thị Cúc')
  await ha.types('1')
  expect(ha.last()).toContain('đã duyệt')
  expect(await waitingProposals(db)).toBe(6)
})

test('a quarter with many exemplars is read page by page', async () => {
  const { db, unit, ha } = await reviewingOffice()
  await ha.types('guong dien hinh')
  expect(ha.last()).toContain('Chưa có gương điển hình nào')
  for (let number = 1; number <= 10; number++) {
    const id = await sentProposal(db, unit, { name: `Tổ tự quản số ${number}` }, MONDAY)
    await ha.pressesValue(`review.approve:${id}:`)
  }
  await ha.types('/guong')
  expect(ha.last()).not.toContain('Tổ tự quản số 9')
  await ha.presses('Xem tiếp (2)')
  expect(ha.last()).toContain('2. G10: Tổ tự quản số 10, TH số 1: phát hiện')
})

test('a draft is its proposer’s alone, and of what was erased nothing can be seen', async () => {
  const { db, unit, other, ha } = await reviewingOffice()
  const draft = await draftProposal(db, other, {}, MONDAY)
  await ha.pressesValue(`review.see:${draft}:`)
  await ha.pressesValue(`review.approve:${draft}:`)
  await ha.pressesValue('review.see:999:')
  await ha.pressesValue('review.unheard-of:1:')
  const id = await sentProposal(db, unit, { name: 'Vũ Thị Xóa' }, MONDAY)
  await db.transaction((tx) => eraseExemplar(tx, id, { personId: null, through: 'command', now: MONDAY }))
  await ha.pressesValue(`review.see:${id}:`)
  expect(ha.last()).toContain(`G${id} không còn để xem`)
  expect(JSON.stringify(ha.screen)).not.toMatch(/Nguyễn Thị Lan|Vũ Thị Xóa/)
})
