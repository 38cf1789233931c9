/** Stories of a draft: left and taken up again, thrown away only after asking, and nobody else's to see. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attachments, exemplars, notes, posts, reports } from '../../../db/schema/index.ts'
import { addPerson, addStaff } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { clock, office, proposeUntil, theProposal } from './proposing.ts'

test('who was not asked yet can be asked later: the draft stays and is gone on with', async () => {
  const { chat } = await office()
  await proposeUntil(chat, 'consent')
  await chat.presses('Chưa hỏi')
  expect(chat.last()).toContain('giữ bản nháp giới thiệu Nguyễn Thị Hoa đến hết 24/12/2026')
  await chat.types('giới thiệu')
  expect(chat.last()).toContain('Đồng chí đang giới thiệu Nguyễn Thị Hoa')
  await chat.presses('Làm tiếp')
  expect(chat.last()).toContain('cần sự đồng ý của Nguyễn Thị Hoa')
})

test('"hủy" keeps the draft for seven days, and after that it is begun anew', async () => {
  const { db, unit, chat } = await office()
  await proposeUntil(chat, 'field')
  await chat.types('huy')
  expect(chat.last()).toContain('đến hết 24/12/2026')
  await openChat(db, unit.head, () => new Date('2026-12-24T10:00:00Z')).types('giới thiệu')
  expect((await theProposal(db)).name).toBe('Nguyễn Thị Hoa')
  const later = openChat(db, unit.head, () => new Date('2026-12-25T02:00:00Z'))
  await later.types('giới thiệu')
  expect(later.last()).toContain('Đồng chí giới thiệu ai?')
  expect((await theProposal(db)).name).toBe(null)
})

test('a draft is thrown away only after asking, with its photos', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'review')
  await chat.presses('Hủy')
  expect(chat.last()).toContain('Bỏ hẳn bản nháp')
  await chat.presses('Giữ lại')
  expect(chat.last()).toContain('kiểm tra lại')
  await chat.presses('Hủy')
  await chat.presses('Bỏ hẳn')
  expect(chat.last()).toContain('Đã bỏ bản nháp')
  expect(await db.select().from(exemplars)).toEqual([])
  expect(await db.select().from(attachments)).toEqual([])
})

test('words that answer no question are asked again, recorded for no task, and read by the office once it is left', async () => {
  const { db, chat } = await office()
  await proposeUntil(chat, 'field')
  await chat.types('Báo cáo tổng kết năm 2026 đã xong')
  expect(chat.last()).toContain('chọn giúp một trong các ý')
  await chat.types('xong rồi mà')
  expect(chat.last()).not.toContain('chọn giúp')
  expect(chat.last()).toContain('thuộc lĩnh vực nào')
  expect(await db.select().from(reports)).toEqual([])
  expect(await db.$count(notes)).toBe(0)
  await chat.types('việc')
  expect(await db.select().from(notes)).toMatchObject([
    { text: 'Báo cáo tổng kết năm 2026 đã xong\nxong rồi mà' },
  ])
})

test('nobody else sees or changes a draft: not another head, not the office, not who gave up the post', async () => {
  const { db, unit, other, chat } = await office()
  await proposeUntil(chat, 'review')
  const before = await theProposal(db)
  const intruders = [
    openChat(db, other.head, clock),
    openChat(db, await addPerson(db, { unitIds: [unit.id], name: 'Cấp phó', role: 'deputy' }), clock),
    openChat(db, await addStaff(db, 'Trần Thu Hà'), clock),
  ]
  for (const intruder of intruders) {
    for (const act of ['send', 'resume', 'parts', 'discard-yes', 'withdraw-yes', 'mend']) {
      await intruder.pressesValue(`exemplar.${act}:${before.id}:`)
      expect(intruder.last()).toContain('thuộc đơn vị khác')
      expect(intruder.last()).not.toContain('Hoa')
    }
    await intruder.pressesValue(`exemplar.begin:${before.unitId + 77}:`)
  }
  await db.update(posts).set({ unitId: other.id, role: 'clerk' }).where(eq(posts.personId, unit.head.id))
  await chat.presses('Gửi')
  expect(chat.last()).toContain('thuộc đơn vị khác')
  expect(await db.select().from(exemplars)).toEqual([before])
  await chat.types('giới thiệu')
  expect(await theProposal(db)).toMatchObject({ unitId: other.id, name: null })
})
