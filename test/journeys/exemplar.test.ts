/** Exemplary people from the proposal to the withdrawal: what head, office and nominee see, and what is kept of it. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { jpeg } from '../sample-files.ts'
import { test } from './everywhere.ts'
import { DEED, NOMINEE, proposes, sendsWithMessage } from './proposing.ts'

const PHOTO = jpeg(640, 480)
const EVIDENCE = jpeg(320, 240)

/** The only proposal that the office has seen. */
const proposal = async (db: Db) =>
  (
    await db.execute(sql`select name, review, stage, deed, photo_count,
      consent_store, consent_name, consent_photo from summary.exemplars`)
  )[0]

const consents = async (db: Db) => {
  const rows = await db.execute(sql`select purpose, method, recorded_by, evidence_count,
    withdrawn_at is null as stands from summary.consents`)
  return rows.map(
    ({ purpose, method, recorded_by, evidence_count, stands }) =>
      `${purpose} by ${method}, ${recorded_by}, ${evidence_count} file(s)${stands ? '' : ', withdrawn'}`,
  )
}

const history = async (db: Db) => {
  const rows = await db.execute(sql`select event, stage, reason, done_by from summary.exemplar_history`)
  return rows.map(({ event, stage, reason, done_by }) =>
    [event, stage, reason, done_by].filter(Boolean).join(' · '),
  )
}

const received = async (db: Db) => {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from inbox`)
  return row?.n ?? 0
}

test('proposed in nine steps, returned, mended, approved, moved on: everybody sees where it stands', async ({
  open,
}) => {
  const { db, ...world } = await open('2026-12-10 08:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  const before = await received(db)
  await proposes(head, PHOTO)
  expect(await proposal(db)).toBeUndefined()
  await sendsWithMessage(head, EVIDENCE)
  expect((await received(db)) - before).toBeLessThanOrEqual(9)
  const agreed = { consent_store: true, consent_name: true, consent_photo: true }
  expect(await proposal(db)).toMatchObject({
    review: 'submitted',
    stage: 'discovered',
    photo_count: 1,
    ...agreed,
  })
  expect(await consents(db)).toEqual(
    ['store', 'publish_name', 'publish_photo'].map(
      (purpose) => `${purpose} by message, Nguyễn Thị Hương Giang, 1 file(s)`,
    ),
  )

  const card = await office.waitFor('Hồ sơ mới G1')
  expect(card.text).toContain('Đồng ý: lưu, xem xét, đăng tên và thành tích, đăng ảnh (tin nhắn).')
  expect(await office.files()).toEqual([expect.objectContaining({ kind: 'photo', bytes: PHOTO })])
  await office.answers('Trả lại', card)
  await office.waitFor('chọn lý do')
  await office.answers('Khác')
  await office.waitFor('viết lý do')
  office.types('Đề nghị nêu rõ số hộ tham gia')
  await office.waitFor('Đã trả lại hồ sơ G1')
  const returned = await head.waitFor('“Đề nghị nêu rõ số hộ tham gia”')
  expect(await proposal(db)).toMatchObject({ review: 'returned' })

  await head.answers('Bổ sung', returned)
  await head.waitFor('kiểm tra lại')
  await head.answers('Sửa')
  await head.waitFor('sửa phần nào')
  await head.answers('Lời kể')
  await head.waitFor('kể ngắn gọn')
  head.types(`${DEED} Có 30 hộ của 3 thôn cùng tham gia.`)
  await head.waitFor('3 thôn')
  await head.answers('Gửi')
  await head.waitFor('Đã gửi giới thiệu')

  const mended = await office.waitFor('Hồ sơ G1 đã bổ sung')
  expect(mended.text).toContain('Lần trước đồng chí Trần Thu Hà trả lại: “Đề nghị nêu rõ số hộ')
  await office.answers('Duyệt', mended)
  await head.waitFor(`đưa ${NOMINEE} (mã G1) vào danh sách gương điển hình quý IV`)
  const approved = await office.waitFor('Đồng chí Trần Thu Hà đã duyệt')
  expect(await proposal(db)).toMatchObject({ review: 'approved', stage: 'discovered', ...agreed })
  await office.answers('Sang bồi dưỡng', approved)
  await office.waitFor('Giai đoạn: bồi dưỡng (đồng chí Trần Thu Hà chuyển ngày 10/12)')
  expect(await proposal(db)).toMatchObject({ stage: 'fostered' })
  expect(await history(db)).toEqual([
    'submitted · Nguyễn Thị Hương Giang',
    'returned · Đề nghị nêu rõ số hộ tham gia · Trần Thu Hà',
    'submitted · Nguyễn Thị Hương Giang',
    'approved · Trần Thu Hà',
    'stage · fostered · Trần Thu Hà',
  ])
})

test('the nominee says yes by what was passed on from a phone nobody knows, and takes it back later', async ({
  open,
}) => {
  const { db, ...world } = await open('2026-12-10 08:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const head = await world.joined('MN01', 'Giang')
  await proposes(head, PHOTO)
  await head.answers('Tự xác nhận')
  await head.waitFor('kiểm tra lại')
  await head.answers('Lấy liên kết')
  const toPassOn = await head.waitFor('c-')
  expect(await consents(db)).toEqual([])
  expect(await proposal(db)).toBeUndefined()

  const nominee = await world.stranger('Lan', toPassOn.text)
  const question = await nominee.waitFor(`Kính gửi ông/bà ${NOMINEE}`)
  expect(await nominee.screen()).not.toContain('☑')
  await nominee.answers('☐ Lưu, xem xét', question)
  await nominee.waitFor(`Kính gửi ông/bà ${NOMINEE}`)
  await nominee.answers('☐ Đăng tên')
  await nominee.waitFor(`Kính gửi ông/bà ${NOMINEE}`)
  await nominee.answers('Đồng ý các mục đã chọn')
  await nominee.waitFor('Đã ghi nhận ông/bà đồng ý: lưu, xem xét; đăng tên và thành tích')
  await head.waitFor(`${NOMINEE} đã tự xác nhận đồng ý`)
  const card = await office.waitFor('Hồ sơ mới G1')
  expect(card.text).toContain('Không đồng ý: đăng ảnh')
  expect(await consents(db)).toEqual([
    'store by self_confirmed, self, 0 file(s)',
    'publish_name by self_confirmed, self, 0 file(s)',
  ])
  await office.answers('Duyệt', card)
  const told = await head.waitFor(`đưa ${NOMINEE} (mã G1)`)
  expect(told.text).toContain('chỉ đăng tên và thành tích, không đăng ảnh')

  await nominee.answers('Rút lại đồng ý')
  await nominee.waitFor('muốn rút lại sự đồng ý nào')
  await nominee.answers('Tất cả')
  await nominee.waitFor('Đã ghi nhận ông/bà rút lại sự đồng ý')
  await head.waitFor('rút lại sự đồng ý')
  await office.waitFor('người được giới thiệu đã rút lại sự đồng ý')
  await office.answers('Xem G1')
  await office.waitFor('Người được giới thiệu đã rút lại sự đồng ý lúc')
  expect(await proposal(db)).toMatchObject({
    review: 'withdrawn',
    consent_store: false,
    consent_name: false,
    consent_photo: false,
  })
  expect(await consents(db)).toEqual([
    'store by self_confirmed, self, 0 file(s), withdrawn',
    'publish_name by self_confirmed, self, 0 file(s), withdrawn',
  ])
})
