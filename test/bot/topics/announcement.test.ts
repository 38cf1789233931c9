/** Announcements in the chat: written, seen as they will look, sent, confirmed. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addStaff } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { announcing, compose, figures, look } from './announcing.ts'

test('an announcement is written, previewed with its counts, sent to all and confirmed', async () => {
  const { db, office, head, clock } = await announcing()
  await office.types('/thongbao')
  await office.types('Nộp danh sách')
  await office.types('Đề nghị nộp trước thứ Sáu.')
  await office.presses('Bỏ qua')
  await office.presses('Tất cả')
  expect(office.screen.at(-2)?.text).toContain('📣 Nộp danh sách\nĐề nghị nộp trước thứ Sáu.')
  expect(office.last()).toContain('Sẽ gửi tới 3 đơn vị (tất cả)')
  expect(await figures(db)).toEqual({})

  await office.presses('Gửi 3 đơn vị')
  expect(office.last()).toContain('░░░░░░░░░░ 0/3')
  const [came] = await head(0).receives()
  expect(came?.text).toMatch(/^📣 Nộp danh sách\nĐề nghị nộp trước thứ Sáu\.\n\n\(.*23\/11\/2026\)/)
  expect(came?.marks).toEqual([{ start: 3, length: 13, style: 'bold' }])
  await head(1).receives()
  await head(2).receives()
  await look(db, clock())
  await office.receives()
  expect(office.last()).toBe('📣 “Nộp danh sách”: đã gửi đủ 3 đơn vị.\nĐã xác nhận: 0/3 đơn vị.')

  await head(0).presses('Đã nhận')
  expect(head(0).screen).toHaveLength(1)
  expect(head(0).last()).toContain('Đề nghị nộp trước thứ Sáu.')
  expect(head(0).last()).toContain('Đã ghi nhận lúc 9h00, 23/11')
  expect(head(0).screen[0]?.choices).toBeUndefined()
  expect(await figures(db)).toMatchObject({ recipients: 3, sent: 3, failed: 0, acknowledged: 1 })
})

test('one that is called urgent says so, and can be called back to an ordinary one', async () => {
  const { db, office, head } = await announcing()
  const urgent = async () =>
    (await db.execute(sql`select urgent from announcements`)).map((row) => row.urgent)
  await compose(office, 'Bão số 3', 'Dừng mọi hội nghị.')
  expect(await urgent()).toEqual([false])
  await office.presses('☐ 🔴 Khẩn')
  expect(office.screen.at(-2)?.text).toContain('🔴 KHẨN: Bão số 3\nDừng mọi hội nghị.')
  expect(office.last()).toContain('Thông báo khẩn: gửi ngay cả khi')
  await office.presses('☑ 🔴 Khẩn')
  expect(office.last()).not.toContain('Thông báo khẩn')
  await office.types('khan')
  expect(await urgent()).toEqual([true])
  await office.presses('Gửi 3 đơn vị')
  const [came] = await head(0).receives()
  expect(came?.text).toMatch(/^🔴 KHẨN: Bão số 3\n/)
  expect(came?.text.slice(came.marks?.[0]?.start).startsWith('Bão số 3')).toBe(true)
  expect(await db.execute(sql`select urgent from summary.announcements`)).toEqual([{ urgent: true }])
})

test('all of it can be typed, without a button and without tone marks', async () => {
  const { db, office } = await announcing()
  for (const words of [
    'thong bao',
    'Nghi le',
    'Nghi ngay 2/9.',
    'bo qua',
    'theo khoi',
    'khoi truong hoc',
    'xong',
  ])
    await office.types(words)
  expect(office.last()).toContain('(Khối trường học)')
  await office.types('1')
  expect(await figures(db)).toMatchObject({ state: 'queued', recipients: 3 })
})

test('photos and a caption while the text is asked become files and text', async () => {
  const { db, office, head } = await announcing()
  await office.types('thông báo')
  await office.types('Ảnh mẫu')
  await office.sendsPhotos(3, 'Xem ảnh kèm theo.')
  expect(office.last()).toContain('Đã kèm 3 tệp')
  await office.presses('Xong')
  await office.presses('Tất cả')
  expect(office.screen.at(-2)?.files).toHaveLength(3)
  await office.presses('Gửi')
  const [came] = await head(0).receives()
  expect(came?.text).toContain('Xem ảnh kèm theo.')
  expect(came?.files).toHaveLength(3)
  const [photos] = await db.execute(
    sql`select count(*)::int as n from summary.photos where belongs_to = 'announcement'`,
  )
  expect(photos).toEqual({ n: 3 })
})

test('one that was left is taken up where it was; a new one drops it', async () => {
  const { db, office } = await announcing()
  await office.types('thông báo')
  await office.types('Họp giao ban')
  await office.types('hủy')
  expect(office.last()).toContain('chưa gửi gì')
  await office.types('thông báo')
  expect(office.last()).toContain('“Họp giao ban”')
  await office.presses('Viết tiếp')
  expect(office.last()).toContain('gõ nội dung')
  await office.types('hủy')
  await office.types('thong bao')
  await office.presses('Soạn mới')
  expect(office.last()).toContain('gõ tiêu đề')
  const drafts = await db.execute(sql`select title from announcements`)
  expect([...drafts]).toEqual([{ title: null }])
})

test('a title or a text that is too long is asked again and nothing of it is cut', async () => {
  const { office } = await announcing()
  await office.types('thông báo')
  await office.types('a'.repeat(101))
  expect(office.last()).toContain('101 ký tự')
  await office.types('Ngắn')
  await office.types('b'.repeat(3_001))
  expect(office.last()).toContain('3001 ký tự')
  await office.types('b'.repeat(3_000))
  expect(office.last()).toContain('ảnh hoặc văn bản')
})

test('pressing send twice sends once, and a colleague cannot send another’s draft', async () => {
  const { db, office, head, clock } = await announcing()
  const colleague = openChat(db, await addStaff(db, 'Lê Văn Bốn'), clock)
  await compose(office)
  const send = office.screen.at(-1)?.choices?.[0]?.[0]?.value ?? ''
  await colleague.pressesValue(send)
  expect(colleague.last()).toContain('Bản nháp này không còn')
  await office.pressesValue(send)
  await office.pressesValue(send)
  expect(office.last()).toContain('Bản nháp này không còn')
  expect(await head(0).receives()).toHaveLength(1)
})

test('unit heads and leaders cannot announce; the words mean something else to them', async () => {
  const { db, head, clock } = await announcing()
  const leader = openChat(db, await addStaff(db, 'Phạm Thị Năm', 'leader'), clock)
  for (const chat of [head(0), leader]) {
    await chat.types('thông báo')
    expect(chat.last()).not.toContain('tiêu đề')
    await chat.pressesValue('announcement.new:0:')
    expect(chat.last()).toContain('thuộc đơn vị khác')
  }
  const [drafts] = await db.execute(sql`select count(*)::int as n from announcements`)
  expect(drafts).toEqual({ n: 0 })
})
