/** Stories of who agrees and how: for a child its guardian signs, a nominee may speak for themselves, the office may ask for more. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consentsOf } from '../../../db/exemplars/consents.ts'
import { attachments, consents, exemplarEvents, exemplars } from '../../../db/schema/index.ts'
import { type Chat, openChat } from '../chat.ts'
import { clock, DEED, office, proposeUntil, theProposal } from './proposing.ts'

async function proposeChild(chat: Chat, age: 'Từ đủ 7 tuổi' | 'Dưới 7 tuổi') {
  await chat.types('giới thiệu')
  await chat.presses('Trẻ em dưới 16')
  await chat.presses(age)
  await chat.types('Nguyễn Minh Anh, lớp 5A, Trường Tiểu học Hoa Phượng')
  await chat.presses('Giáo dục')
  await chat.sendsPhotos(1, DEED)
}

test('for a child only a form signed by its guardian will do, with a picture of it', async () => {
  const { db, chat } = await office()
  await proposeChild(chat, 'Dưới 7 tuổi')
  const labels = chat.screen
    .at(-1)!
    .choices!.flat()
    .map(({ label }) => label)
  expect(labels).toContain('Phiếu đã ký')
  for (const other of ['Tin nhắn', 'Tự xác nhận', '☐ Cháu cũng đồng ý']) expect(labels).not.toContain(other)
  const { id } = await theProposal(db)
  await chat.presses('Cả ba mục')
  await chat.pressesValue(`exemplar.how:${id}:message`)
  await chat.presses('Phiếu đã ký')
  await chat.pressesValue(`exemplar.send:${id}:`)
  expect(chat.last()).toContain('ảnh chụp phiếu đồng ý đã ký')
  expect((await theProposal(db)).review).toBe('draft')
  await chat.sendsPhotos(1)
  await chat.presses('Gửi')
  expect((await theProposal(db)).review).toBe('submitted')
  expect(await consentsOf(db, id)).toEqual({ store: true, publish_name: true, publish_photo: true })
})

test('from seven on the child must agree too, else neither name nor photo may be published', async () => {
  const { db, chat } = await office()
  await proposeChild(chat, 'Từ đủ 7 tuổi')
  await chat.presses('Cả ba mục')
  await chat.presses('Phiếu đã ký')
  await chat.sendsPhotos(1)
  const { id } = await theProposal(db)
  expect(chat.last()).toContain('Đồng ý: lưu, xem xét (phiếu đã ký)')
  expect(await consentsOf(db, id)).toEqual({ store: true, publish_name: false, publish_photo: false })
  await chat.presses('Sửa')
  await chat.presses('Sự đồng ý')
  await chat.presses('☐ Cháu cũng đồng ý')
  await chat.presses('☑ Đăng ảnh')
  await chat.presses('Phiếu đã ký')
  expect(await consentsOf(db, id)).toEqual({ store: true, publish_name: true, publish_photo: false })
})

test('when the age is corrected, what was agreed to before counts no more', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'review')
  const { id } = await theProposal(db)
  await chat.presses('Sửa')
  await chat.presses('Loại')
  await chat.presses('Trẻ em dưới 16')
  expect(chat.last()).toContain('đủ 7 tuổi chưa')
  await chat.presses('Dưới 7 tuổi')
  expect(chat.last()).toContain('người giám hộ')
  expect((await consentsOf(db, id)).store).toBe(false)
  expect(await db.select().from(attachments).where(eq(attachments.exemplarPart, 'consent'))).toEqual([])
})

test('a picture of another form is asked for when the way is changed', async () => {
  const { chat } = await office()
  await proposeUntil(chat, 'evidence')
  await chat.presses('Chọn lại cách khác')
  await chat.presses('Phiếu đã ký')
  expect(chat.last()).toContain('ảnh chụp phiếu')
  await chat.sendsPhotos(1)
  expect(chat.last()).toContain('(phiếu đã ký)')
})

test('where no link can be made that is said, and the other ways stay open', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'consent')
  await chat.presses('Tự xác nhận')
  expect(chat.last()).toContain('tự xác nhận qua liên kết')
  await chat.presses('Lấy liên kết')
  expect(chat.last()).toContain('chưa tạo được liên kết')
  await chat.presses('Cả ba mục')
  await chat.presses('Tin nhắn')
  await chat.sendsPhotos(1)
  await chat.presses('Gửi')
  expect((await theProposal(db)).review).toBe('submitted')
})

test('the nominee confirms by a link of their own, and the proposal goes by itself', async () => {
  const { db, unit } = await office()
  const named = { botUserName: 'dondoc_bot' }
  const chat = openChat(db, unit.head, clock, named)
  await proposeUntil(chat, 'consent')
  await chat.presses('☐ Đăng ảnh')
  await chat.presses('Tự xác nhận')
  const came = await chat.presses('Lấy liên kết')
  expect(came).toHaveLength(2)
  const [, code] = /start=(\S+)/.exec(chat.last()) ?? []
  expect(await db.select().from(consents)).toEqual([])
  const address = { channel: 'telegram', bot: '1', id: '4242' } as const
  const nominee = openChat(db, { address }, clock, named)
  await nominee.pressesStart(code!)
  expect((await theProposal(db)).review).toBe('draft')
  const { id } = await theProposal(db)
  await nominee.pressesValue(`nominee.agree:${id}:s`)
  expect(await theProposal(db)).toMatchObject({ review: 'submitted', proposerId: unit.head.id })
  expect(await db.select().from(consents)).toMatchObject([{ purpose: 'store', method: 'self_confirmed' }])
  expect((await chat.receives()).at(-1)?.text).toContain('Nguyễn Thị Hoa')
})

test('a returned proposal is mended and sent again, or taken back, by its proposer alone', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'review')
  await chat.presses('Gửi')
  const { id } = await theProposal(db)
  await db.update(exemplars).set({ review: 'returned' })
  const reason = 'Thiếu thành tích cụ thể'
  await db.insert(exemplarEvents).values({ exemplarId: id, event: 'returned', reason, at: clock() })
  await chat.pressesValue(`exemplar.mend:${id}:`)
  expect(chat.last()).toContain(`Phòng đề nghị bổ sung: “${reason}”.`)
  expect(chat.last()).toContain('kiểm tra lại')
  await chat.presses('Sửa')
  await chat.presses('Lời kể')
  await chat.types(`${DEED} Năm 2026 thêm 30 em.`)
  await chat.presses('Gửi')
  expect(await theProposal(db)).toMatchObject({ review: 'submitted', deed: `${DEED} Năm 2026 thêm 30 em.` })
  await db.update(exemplars).set({ review: 'returned' })
  await chat.pressesValue(`exemplar.withdraw:${id}:`)
  expect(chat.last()).toContain('Rút hồ sơ Nguyễn Thị Hoa')
  await chat.presses('Giữ lại')
  await chat.presses('Rút hồ sơ')
  await chat.pressesValue(`exemplar.withdraw-yes:${id}:`)
  await chat.pressesValue(`exemplar.withdraw-yes:${id}:`)
  expect((await theProposal(db)).review).toBe('withdrawn')
  const events = await db.select({ event: exemplarEvents.event }).from(exemplarEvents)
  expect(events.map(({ event }) => event)).toEqual(['submitted', 'returned', 'submitted', 'withdrawn'])
  expect((await consentsOf(db, id)).store).toBe(true)
})
