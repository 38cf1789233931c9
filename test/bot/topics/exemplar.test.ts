/** Stories of a unit head who proposes somebody exemplary: asked only what is missing, in few taps, with nothing lost. */
import { expect, test } from 'vitest'
import { consentsOf } from '../../../db/exemplars/consents.ts'
import { consents, exemplarEvents } from '../../../db/schema/index.ts'
import { addPerson, addStaff } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { clock, DEED, HOA, office, proposeUntil, theProposal } from './proposing.ts'

test('a person known to the sender is proposed with nine taps and messages, and the office hears of it', async () => {
  const { db, chat } = await office()
  const staff = openChat(db, await addStaff(db, 'Trần Thu Hà'), clock)
  const acts = await proposeUntil(chat, 'review')
  expect(chat.last()).toContain('Cá nhân: Nguyễn Thị Hoa\ngiáo viên, Trường Mầm non Hoa Phượng')
  expect(chat.last()).toContain('Ảnh: 1. Đồng ý: lưu, xem xét, đăng tên và thành tích, đăng ảnh (tin nhắn)')
  await chat.presses('Gửi')
  expect(acts + 1).toBeLessThanOrEqual(9)
  const proposal = await theProposal(db)
  expect(chat.last()).toContain(`mã G${proposal.id}`)
  expect(proposal).toMatchObject({
    review: 'submitted',
    stage: 'discovered',
    year: 2026,
    quarter: 4,
    deed: DEED,
  })
  expect(await db.select().from(exemplarEvents)).toMatchObject([{ event: 'submitted' }])
  expect((await staff.receives()).at(0)?.text).toContain('Nguyễn Thị Hoa')
})

test('a sent proposal is not sent twice, and its old buttons change nothing', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'review')
  await chat.presses('Gửi')
  const before = await theProposal(db)
  for (const act of ['send', 'discard-yes', 'parts', 'mend'])
    await chat.pressesValue(`exemplar.${act}:${before.id}:`)
  await chat.pressesValue(`exemplar.kind:${before.id}:child`)
  expect(chat.last()).toContain(`G${before.id} đang chờ Phòng xem xét`)
  expect(await theProposal(db)).toEqual(before)
  expect(await db.select().from(exemplarEvents)).toHaveLength(1)
})

test('without tone marks and with numbers alone it goes as well', async () => {
  const { db, chat } = await office()
  for (const text of ['gioi thieu', '1', 'Nguyen Thi Hoa', 'giao vien, thon Dong', '1', DEED, 'bo qua'])
    await chat.types(text)
  expect(chat.last()).toContain('cần sự đồng ý của Nguyen Thi Hoa')
  await chat.types('1 2 6')
  await chat.sendsPhotos(1)
  await chat.types('1')
  expect(chat.last()).toContain('Đã gửi giới thiệu Nguyen Thi Hoa')
  const { id } = await theProposal(db)
  expect(await consentsOf(db, id)).toEqual({ store: true, publish_name: true, publish_photo: false })
})

test('nothing is ticked beforehand, a tick is taken away again, and without consent to keep it nothing is sent', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'consent')
  expect(chat.last()).not.toContain('☑')
  await chat.presses('☐ Đăng ảnh')
  expect(chat.last()).toContain('☑ 3. Đăng ảnh')
  await chat.presses('Tin nhắn')
  expect(chat.last()).toContain('Cần có sự đồng ý ở mục 1')
  await chat.presses('☑ Đăng ảnh')
  expect(chat.last()).not.toContain('☑')
  const { id } = await theProposal(db)
  await chat.pressesValue(`exemplar.send:${id}:`)
  expect((await theProposal(db)).review).toBe('draft')
  expect(await db.select().from(consents)).toEqual([])
})

test('each part can be corrected before sending, and only that part is asked', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'review')
  await chat.presses('Sửa')
  await chat.presses('Lĩnh vực')
  await chat.presses('Y tế')
  expect(chat.last()).toContain('Lĩnh vực: Y tế')
  await chat.presses('Sửa')
  await chat.presses('Họ tên')
  await chat.types('Nguyễn Thị Hòa')
  expect(chat.last()).toContain('Cá nhân: Nguyễn Thị Hòa\ngiáo viên')
  await chat.presses('Sửa')
  await chat.presses('Ảnh')
  await chat.presses('Xóa ảnh')
  await chat.sendsPhotos(2)
  expect(chat.last()).toContain('kiểm tra lại')
  await chat.presses('Sửa')
  await chat.presses('Sự đồng ý')
  await chat.presses('☑ Đăng ảnh')
  await chat.presses('Tin nhắn')
  expect(chat.last()).toContain('Ảnh: 2. Đồng ý: lưu, xem xét, đăng tên và thành tích (tin nhắn)')
  expect(await theProposal(db)).toMatchObject({ foldedName: 'nguyen thi hoa', field: 'health' })
})

test('what is too short or too long is asked again, and says why', async () => {
  const { chat } = await office()
  await proposeUntil(chat, 'name')
  await chat.types('Ai')
  expect(chat.last()).toContain('Tên còn ngắn quá')
  await chat.types(HOA)
  await chat.presses('Giáo dục')
  await chat.types('Rất tốt')
  expect(chat.last()).toContain('Lời kể còn ngắn')
  await chat.types('Rất tốt. '.repeat(300))
  expect(chat.last()).toContain('dài quá 2000')
})

test('who answers for two units is asked for which', async () => {
  const { db, unit, other } = await office()
  const both = await addPerson(db, { unitIds: [unit.id, other.id], name: 'Bùi Thị Lan', role: 'clerk' })
  const chat = openChat(db, both, clock)
  await chat.types('giới thiệu')
  expect(chat.last()).toContain('gương của đơn vị nào')
  await chat.types('cả hai')
  await chat.presses('Trường Tiểu học số 2')
  expect(chat.last()).toContain('giới thiệu ai')
  expect((await theProposal(db)).unitId).toBe(other.id)
})

test('a collective is asked for no age, and its representative agrees', async () => {
  const { chat } = await office()
  await chat.types('/gioithieu')
  await chat.presses('Tập thể')
  await chat.types('Tổ tự quản số 3, thôn Đông')
  await chat.presses('Môi trường')
  await chat.types(DEED)
  await chat.presses('Bỏ qua')
  expect(chat.last()).toContain('người đại diện Tổ tự quản số 3')
})
