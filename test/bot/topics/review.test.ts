/** Tells how the office reviews the exemplary people whom units put forward. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { proposalInReview, recordReview } from '../../../db/exemplars/review.ts'
import { auditEntries, exemplarEvents, outbox, posts } from '../../../db/schema/index.ts'
import { addStaff } from '../../seed.ts'
import { MONDAY, reviewingOffice, sentProposal, submitAgain } from '../proposals.ts'

test('everybody of the office sees a new proposal at once, with its photos, and approves it with one tap', async () => {
  const { db, unit, ha, minh, leader, head, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, { photos: 2, agreed: ['store', 'publish_name'] }, MONDAY)
  for (const chat of [ha, minh]) {
    const [card] = await chat.receives()
    expect(card?.text).toContain(`Hồ sơ mới G${id}: Nguyễn Thị Lan (cá nhân)`)
    expect(card?.text).toContain(
      'Đồng ý: lưu, xem xét, đăng tên và thành tích (tin nhắn). Không đồng ý: đăng ảnh.',
    )
    expect(card?.text).toContain(unit.name)
    expect(card?.files).toHaveLength(2)
    expect(card?.choices?.[0]?.map(({ label }) => label)).toEqual(['Duyệt', 'Trả lại'])
  }
  expect(await leader.receives()).toEqual([])
  await ha.presses('Duyệt')
  expect(ha.last()).toContain('Đồng chí Trần Thu Hà đã duyệt lúc 10h00 ngày 14/12')
  // The photos stay where the words change.
  expect(ha.screen.at(-1)?.files).toHaveLength(2)
  expect(await row(id)).toMatchObject({ review: 'approved', stage: 'discovered' })
  await head.receives()
  expect(head.last()).toContain(`đưa Nguyễn Thị Lan (mã G${id}) vào danh sách gương điển hình quý IV`)
  expect(head.last()).toContain('chỉ đăng tên và thành tích, không đăng ảnh')
  const [entry] = await db.select().from(auditEntries)
  expect(entry).toMatchObject({ action: 'exemplar.approved', subject: `exemplar:${id}`, through: 'chat' })
  expect(JSON.stringify(entry)).not.toContain('Lan')
})

test('a colleague who presses later hears who was first, and the proposer hears it once', async () => {
  const { db, unit, ha, minh, head, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, {}, MONDAY)
  await Promise.all([ha.receives(), minh.receives()])
  await Promise.all([ha.presses('Duyệt'), minh.presses('Duyệt')])
  const approved = await db.select().from(exemplarEvents).where(eq(exemplarEvents.event, 'approved'))
  expect(approved).toHaveLength(1)
  const [first] = ['Trần Thu Hà', 'Đỗ Quang Minh'].filter((name) => ha.last().includes(`${name} đã duyệt`))
  expect(minh.last()).toContain(`Đồng chí ${first} đã duyệt`)
  await minh.pressesValue(`review.return:${id}:`)
  expect(minh.last()).toContain(`Đồng chí ${first} đã duyệt`)
  await minh.pressesValue(`review.because:${id}:photo`)
  expect((await row(id)).review).toBe('approved')
  expect(await head.receives()).toHaveLength(1)
  expect(head.last()).toContain('Chưa có sự đồng ý đăng')
})

test('of two who press at the same moment, the second waits for the first', async () => {
  const { db, unit, minh, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, {}, MONDAY)
  await minh.receives()
  let second: Promise<unknown> = Promise.resolve()
  await db.transaction(async (tx) => {
    await proposalInReview(tx, id)
    second = minh.presses('Duyệt')
    await new Promise((done) => setTimeout(done, 300))
    await recordReview(
      tx,
      id,
      { review: 'returned' },
      { event: 'returned', personId: unit.head.id, now: MONDAY },
    )
  })
  await second
  expect(minh.last()).toContain('đã trả lại')
  expect((await row(id)).review).toBe('returned')
})

test('nobody but the office decides, and not on what their own unit has put forward', async () => {
  const { db, unit, other, leader, head, chatOf, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, {}, MONDAY)
  const stranger = chatOf({ address: { channel: 'telegram', bot: '1', id: '99' } })
  const acts = ['approve', 'return', 'because', 'same', 'stage', 'see', 'evidence'].map(
    (act) => `review.${act}:${id}:photo`,
  )
  for (const chat of [head, leader, chatOf(other.head), stranger]) {
    for (const act of acts) await chat.pressesValue(act)
    expect(JSON.stringify(chat.screen)).not.toContain('Nguyễn Thị Lan')
  }
  const both = await addStaff(db, 'Lê Văn Hai')
  await db.insert(posts).values({
    personId: both.id,
    unitId: unit.id,
    role: 'deputy',
    fromDay: Temporal.PlainDate.from('2026-03-01'),
  })
  const partial = chatOf(both)
  await partial.pressesValue(`review.approve:${id}:`)
  expect(partial.last()).toContain('do đơn vị đồng chí giới thiệu')
  expect((await row(id)).review).toBe('submitted')
})

test('it comes back with a reason that reaches the proposer word for word, and once mended it is told anew', async () => {
  const { db, unit, ha, minh, head, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, {}, MONDAY)
  await Promise.all([ha.receives(), minh.receives()])
  await ha.presses('Trả lại')
  await ha.types('khac')
  expect(ha.last()).toContain('viết lý do trả lại')
  await ha.types('Xin nêu rõ số em đã biết bơi, và năm nào!')
  expect(ha.last()).toContain('Đơn vị bổ sung trước 21/12')
  expect(await row(id)).toMatchObject({ review: 'returned' })
  await ha.types('Cảm ơn')
  expect(ha.last()).not.toContain('Hồ sơ')
  await head.receives()
  expect(head.last()).toContain('“Xin nêu rõ số em đã biết bơi, và năm nào!”')
  expect(
    head.screen
      .at(-1)
      ?.choices?.flat()
      .map(({ value }) => value),
  ).toEqual([`exemplar.mend:${id}:`, `exemplar.withdraw:${id}:`])
  const [audited] = await db.select().from(auditEntries)
  expect(audited?.facts).toEqual({ mendBy: '2026-12-21' })
  await submitAgain(db, id, MONDAY)
  await minh.receives()
  expect(minh.last()).toContain(`Hồ sơ G${id} đã bổ sung`)
  expect(minh.last()).toContain('Lần trước đồng chí Trần Thu Hà trả lại')
  const keys = await db.select({ key: outbox.key }).from(outbox).where(eq(outbox.kind, 'answer'))
  expect(keys.filter(({ key }) => key.startsWith(`exemplar-proposal:${id}:`))).toHaveLength(4)
})

test('a ready reason is one tap, a change of mind leaves it waiting, and "hủy" ends the question', async () => {
  const { db, unit, ha, row } = await reviewingOffice()
  const id = await sentProposal(db, unit, { photos: 0 }, MONDAY)
  await ha.receives()
  await ha.presses('Trả lại')
  await ha.presses('Thôi')
  expect(ha.last()).toContain('vẫn chờ duyệt')
  await ha.presses('Trả lại')
  await ha.presses('Khác')
  await ha.types('hủy')
  await ha.types('Đây không phải lý do')
  expect((await row(id)).review).toBe('submitted')
  await ha.pressesValue(`review.because:${id}:nonsense`)
  expect((await row(id)).review).toBe('submitted')
  await ha.presses('Trả lại')
  await ha.types('2')
  expect(ha.last()).toContain('“Thiếu ảnh”')
  expect((await row(id)).review).toBe('returned')
})

test('a name that was put forward before is pointed out, and may be counted with that one', async () => {
  const { db, unit, other, ha, head, row } = await reviewingOffice()
  const earlier = await sentProposal(db, unit, {}, new Date('2026-08-03T03:00:00Z'))
  await ha.receives()
  await ha.presses('Duyệt')
  await head.receives()
  const elsewhere = await sentProposal(db, other, { name: 'nguyễn thị lan' }, MONDAY)
  await ha.pressesValue(`review.approve:${elsewhere}:`)
  const id = await sentProposal(db, unit, { name: 'Nguyen Thi Lan' }, MONDAY)
  await ha.receives()
  expect(ha.last()).toContain(`Đã được biểu dương quý III/2026 (G${earlier})`)
  expect(ha.last()).toContain(`Có thể trùng G${elsewhere}: nguyễn thị lan, TH số 2, quý IV/2026 (đã duyệt)`)
  await ha.presses('Trùng hồ sơ')
  expect(ha.last()).toContain(`1. G${earlier}: Nguyễn Thị Lan`)
  await ha.pressesValue(`review.same-as:${id}:${id}`)
  expect((await row(id)).review).toBe('submitted')
  await ha.types('1')
  expect(ha.last()).toContain(`trùng với G${earlier}`)
  expect(await row(id)).toMatchObject({ review: 'same', sameAsId: earlier })
  await head.receives()
  expect(head.last()).toContain(`trùng với hồ sơ G${earlier}`)
  await ha.pressesValue(`review.approve:${id}:`)
  expect((await row(id)).review).toBe('same')
})

test('a name like no other is approved without a warning', async () => {
  const { db, unit, other, ha } = await reviewingOffice()
  await sentProposal(db, unit, {}, MONDAY)
  const id = await sentProposal(db, other, { name: 'Nguyễn Thị Lanh' }, MONDAY)
  await ha.receives()
  expect(ha.last()).not.toContain('⚠️')
  await ha.pressesValue(`review.same:${id}:`)
  expect(ha.last()).toContain('không có hồ sơ nào giống')
})
