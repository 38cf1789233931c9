/** Stories of the pictures of a proposal: albums together, three at most, out of the blue, and never an identity paper. */
import { expect, test } from 'vitest'
import { attachments, media, notes } from '../../../db/schema/index.ts'
import { DEED, office, proposeUntil, theProposal } from './proposing.ts'

async function withParts(tasks?: []) {
  const { db, chat } = await office(tasks)
  const partOf = async () =>
    (await db.select().from(attachments)).map(({ exemplarPart, state }) => exemplarPart ?? state)
  return { db, chat, partOf }
}

test('an album is one message: all of it is kept, its caption is the deed, and the next question comes once', async () => {
  const { db, chat, partOf } = await withParts()
  await proposeUntil(chat, 'deed')
  const came = await chat.sendsPhotos(3, DEED)
  expect(came).toHaveLength(1)
  expect(chat.last()).toContain('cần sự đồng ý')
  expect(await partOf()).toEqual(['photo', 'photo', 'photo'])
  expect((await theProposal(db)).deed).toBe(DEED)
})

test('of five photos three are kept, and that is said once', async () => {
  const { chat, partOf } = await withParts()
  await proposeUntil(chat, 'deed')
  const came = await chat.sendsPhotos(5, DEED)
  expect(came.filter(({ text }) => text.includes('tối đa 3 ảnh'))).toHaveLength(1)
  await chat.sendsPhotos(1)
  expect(chat.last()).toContain('tối đa 3 ảnh')
  expect(await partOf()).toEqual(['photo', 'photo', 'photo'])
  await chat.types('1 2 3')
  expect(chat.last()).toContain('☑ 3. Đăng ảnh')
})

test('a photo that comes while something else is asked is kept, and the question stands', async () => {
  const { chat, partOf } = await withParts()
  await proposeUntil(chat, 'field')
  await chat.sendsPhotos(1)
  expect(chat.last()).toContain('Đã nhận 1/3 ảnh')
  expect(chat.last()).toContain('thuộc lĩnh vực nào')
  await chat.types('giáo dục')
  expect(chat.last()).toContain('kể ngắn gọn')
  await chat.types(DEED)
  expect(chat.last()).toContain('cần sự đồng ý')
  expect(await partOf()).toEqual(['photo'])
})

test('a photo out of the blue offers a proposal and goes into it', async () => {
  const { chat, partOf } = await withParts()
  await chat.sendsPhotos(2)
  await chat.presses('Giới thiệu gương')
  expect(chat.last()).toContain('Đã nhận 2/3 ảnh')
  expect(chat.last()).toContain('giới thiệu ai')
  expect(await partOf()).toEqual(['photo', 'photo'])
})

test('with a draft begun, a photo out of the blue goes into it only when the person says so', async () => {
  const { chat, partOf } = await withParts()
  await proposeUntil(chat, 'field')
  await chat.types('hủy')
  await chat.sendsPhotos(1)
  await chat.presses('Giới thiệu gương')
  expect(chat.last()).toContain('đang giới thiệu Nguyễn Thị Hoa')
  expect(await partOf()).toEqual(['stored'])
  await chat.presses('Làm tiếp')
  expect(chat.last()).toContain('thuộc lĩnh vực nào')
  expect(await partOf()).toEqual(['photo'])
})

test('with no task open a photo may still be a proposal, or for the office to see', async () => {
  const { db, chat, partOf } = await withParts([])
  await chat.sendsPhotos(1)
  expect(chat.last()).toContain('gửi để làm gì')
  await chat.presses('Chuyển Phòng xem')
  expect(await partOf()).toEqual(['stored'])
  expect(await db.select().from(notes)).toHaveLength(1)
  await chat.sendsPhotos(1)
  await chat.types('giới thiệu')
  expect(await partOf()).toEqual(['stored', 'photo'])
})

test('a picture that its sender calls an identity paper is refused with its whole album, and nothing of it is kept', async () => {
  const { db, chat, partOf } = await withParts()
  await proposeUntil(chat, 'deed')
  const came = await chat.sendsPhotos(2, 'Ảnh CCCD của cô Hoa, mặt trước và mặt sau')
  expect(came).toHaveLength(1)
  expect(chat.last()).toContain('không nhận và không lưu ảnh giấy tờ tùy thân')
  expect(chat.last()).toContain('ghi lời kể ngay dưới ảnh')
  expect(await partOf()).toEqual(['refused', 'refused'])
  expect(await db.select().from(media)).toEqual([])
  await chat.sendsPhotos(1, DEED)
  await chat.types('ảnh vừa rồi là can cuoc công dân')
  expect(chat.last()).toContain('không nhận và không lưu')
  expect(await partOf()).toEqual(['refused', 'refused', 'refused'])
  expect(await db.select().from(media)).toEqual([])
})

test('a paper sent out of the blue does not come along', async () => {
  const { chat, partOf } = await withParts()
  await chat.sendsPhotos(1, 'hộ chiếu')
  await chat.presses('Giới thiệu gương')
  expect(chat.last()).toContain('không nhận và không lưu')
  expect(await partOf()).toEqual(['refused'])
})

test('the deed of somebody who issues identity cards is a deed', async () => {
  const { db, chat } = await withParts()
  await proposeUntil(chat, 'deed')
  const deed = 'Anh đến tận nhà làm căn cước cho 45 cụ già trong năm 2026.'
  await chat.types(deed)
  expect((await theProposal(db)).deed).toBe(deed)
})
