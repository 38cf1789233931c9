/** Tells how somebody who was put forward says yes or no themselves, and takes it back. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consentLinks, consents, exemplarEvents } from '../../db/schema/index.ts'
import { invitedNominee, linkFor } from './nominee/invited-nominee.ts'
import { draftProposal, MONDAY, sentProposal, submitAgain } from './proposals.ts'

test('the nominee reads who proposed what and why, ticks, and their yes sends the proposal', async () => {
  const { db, id, code, nominee, unit, head, ha, row, standing } = await invitedNominee()
  expect(code).toMatch(/^c-[\w-]{32}$/)
  await nominee.pressesStart(code)
  expect(nominee.last()).toContain('Kính gửi ông/bà Nguyễn Thị Lan.')
  for (const said of [
    unit.head.name,
    unit.name,
    'dạy bơi miễn phí',
    'Telegram',
    'rút lại sự đồng ý bất cứ lúc nào',
  ])
    expect(nominee.last()).toContain(said)
  expect(nominee.screen[0]?.choices?.flat().map(({ label }) => label)).toEqual([
    '☐ Lưu, xem xét',
    '☐ Đăng tên, thành tích',
    '☐ Đăng ảnh',
    'Đồng ý các mục đã chọn',
    'Không đồng ý',
  ])
  await nominee.presses('☐ Đăng tên')
  await nominee.presses('Đồng ý các mục')
  expect(nominee.last()).toContain('chọn ít nhất mục 1')
  expect(await standing()).toEqual([])
  await nominee.presses('☐ Lưu')
  await nominee.presses('Đồng ý các mục')
  expect(nominee.screen).toHaveLength(1)
  expect(nominee.last()).toContain('đồng ý: lưu, xem xét; đăng tên và thành tích.')
  expect((await standing()).map(({ purpose, method, recordedBy }) => [purpose, method, recordedBy])).toEqual([
    ['store', 'self_confirmed', null],
    ['publish_name', 'self_confirmed', null],
  ])
  expect((await row(id)).review).toBe('submitted')
  await head.receives()
  expect(head.last()).toContain('Nguyễn Thị Lan đã tự xác nhận đồng ý')
  expect(head.last()).toContain(`(mã G${id}) đã gửi`)
  await ha.receives()
  expect(ha.last()).toContain('đăng tên và thành tích (tự xác nhận). Không đồng ý: đăng ảnh.')
  const [link] = await db.select().from(consentLinks)
  expect(JSON.stringify(link)).not.toContain(code.slice(2))
})

test('numbers answer as well as buttons, and a second yes changes nothing', async () => {
  const { db, id, code, nominee, head, standing } = await invitedNominee()
  await nominee.pressesStart(code)
  await nominee.types('1')
  await nominee.types('4')
  expect(nominee.last()).toContain('đồng ý: lưu, xem xét.')
  await head.receives()
  await nominee.pressesValue(`nominee.agree:${id}:snp`)
  await nominee.pressesValue(`nominee.refuse:${id}:`)
  await nominee.pressesStart(code)
  expect(nominee.last()).toContain('đồng ý: lưu, xem xét.')
  expect(await standing()).toHaveLength(1)
  expect(await head.receives()).toEqual([])
  expect(await db.select().from(exemplarEvents)).toHaveLength(1)
  await nominee.types('9')
  expect(nominee.last()).toContain('Kính chào đồng chí')
})

test('a no keeps the proposal from the office, and the proposer hears it', async () => {
  const { id, code, nominee, head, ha, row } = await invitedNominee()
  await nominee.pressesStart(code)
  await nominee.presses('Không đồng ý')
  expect(nominee.last()).toContain('không đồng ý')
  await head.receives()
  expect(head.last()).toContain('Nguyễn Thị Lan không đồng ý nên hồ sơ giới thiệu không được gửi')
  expect(await ha.receives()).toEqual([])
  expect((await row(id)).review).toBe('draft')
})

test('somebody else’s, an old, a replaced and an invented link say nothing of anybody', async () => {
  const { db, id, code, nominee, stranger, ha, passDays } = await invitedNominee()
  await nominee.pressesStart(code)
  const thief = stranger('90002')
  await thief.pressesStart(code)
  await thief.pressesStart(`c-${'x'.repeat(32)}`)
  for (const act of ['tick', 'agree', 'refuse', 'withdraw', 'end']) {
    await thief.pressesValue(`nominee.${act}:${id}:snp`)
    await ha.pressesValue(`nominee.${act}:${id}:everything`)
  }
  const [replaced, newest] = [await linkFor(db, id), await linkFor(db, id)]
  await thief.pressesStart(replaced!)
  passDays(15)
  await thief.pressesStart(newest!)
  await nominee.presses('Không đồng ý')
  expect(nominee.last()).toContain('không còn dùng được')
  for (const { text } of [...thief.screen, ...ha.screen]) expect(text).toContain('không còn dùng được')
  expect(await db.select().from(consents)).toEqual([])
})

test('the proposer who tries the link is asked to pass it on, and it stays good', async () => {
  const { code, nominee, head, minh } = await invitedNominee()
  await head.pressesStart(code)
  expect(head.last()).toContain('chuyển cho người đó')
  // One of our own people may be the nominee, whatever else they are being asked.
  await minh.pressesStart(code)
  await minh.types('1')
  await minh.types('4')
  expect(minh.screen.map(({ text }) => text).join()).toMatch(/Hồ sơ mới .*đồng ý: lưu, xem xét\./s)
  await nominee.pressesStart(code)
  expect(nominee.last()).toContain('không còn dùng được')
})

test('what was approved is taken back at any time: first the publishing, then everything', async () => {
  const { db, id, code, nominee, head, ha, minh, row, standing, passDays } = await invitedNominee()
  await nominee.pressesStart(code)
  for (const label of ['☐ Lưu', '☐ Đăng tên', '☐ Đăng ảnh', 'Đồng ý các mục']) await nominee.presses(label)
  await ha.receives()
  await ha.presses('Duyệt')
  await Promise.all([head.receives(), minh.receives()])
  expect(head.last()).toContain('được đăng tên, thành tích và ảnh')
  passDays(200)
  await nominee.presses('Rút lại đồng ý')
  await nominee.presses('Giữ nguyên')
  expect(await standing()).toHaveLength(3)
  await nominee.presses('Rút lại đồng ý')
  await nominee.presses('Chỉ việc đăng')
  expect(nominee.last()).toContain('đồng ý: lưu, xem xét.')
  expect((await standing()).map(({ purpose }) => purpose)).toEqual(['store'])
  expect((await row(id)).review).toBe('approved')
  for (const chat of [head, ha, minh]) {
    await chat.receives()
    expect(chat.last()).toContain('không đồng ý đăng tên, ảnh nữa')
  }
  await nominee.presses('Rút lại đồng ý')
  await nominee.types('tat ca')
  expect(nominee.last()).toContain('rút lại sự đồng ý')
  expect(await standing()).toEqual([])
  expect((await row(id)).review).toBe('withdrawn')
  await Promise.all([head.receives(), ha.receives()])
  expect(head.last()).toContain('ngừng dùng tên, ảnh và xóa trong thời hạn quy định')
  expect(ha.last()).toContain('đã rút lại sự đồng ý')
  await ha.presses(`Xem G${id}`)
  expect(ha.last()).toContain('Người được giới thiệu đã rút lại sự đồng ý')
  await nominee.pressesValue(`nominee.end:${id}:everything`)
  const withdrawn = await db.select().from(exemplarEvents).where(eq(exemplarEvents.event, 'withdrawn'))
  expect(withdrawn.map(({ personId }) => personId)).toEqual([null, null])
})

test('a no to what the office has already takes it back', async () => {
  const { db, other, ha, row, stranger } = await invitedNominee()
  const id = await sentProposal(db, other, { name: 'Vũ Thị Hạnh', agreed: ['store', 'publish_name'] }, MONDAY)
  const nominee = stranger('90003')
  await nominee.pressesStart((await linkFor(db, id))!)
  await nominee.presses('Không đồng ý')
  expect((await row(id)).review).toBe('withdrawn')
  await ha.receives()
  expect(ha.last()).toContain('đã rút lại sự đồng ý')
  await submitAgain(db, id, MONDAY)
  expect((await row(id)).review).toBe('withdrawn')
})

test('for a child under sixteen, and where links carry nothing, there is no link', async () => {
  const { db, id, code, other, nominee } = await invitedNominee()
  const child = await draftProposal(db, other, { underSixteen: true }, MONDAY)
  expect(await linkFor(db, child)).toBe(null)
  expect(await linkFor(db, 999)).toBe(null)
  expect(await linkFor(db, id, { botUserName: undefined })).toBe(null)
  await db.execute(`update exemplars set under_sixteen = true where id = ${id}`)
  await nominee.pressesStart(code)
  expect(nominee.last()).toContain('không còn dùng được')
})

test('where links carry nothing, the nominee pastes the line that was passed on', async () => {
  const { code, nominee, standing } = await invitedNominee()
  await nominee.types(` ${code} `)
  expect(nominee.last()).toContain('điển hình')
  await nominee.types(`c-${'x'.repeat(32)}`)
  expect(nominee.last()).toContain('không')
  expect(await standing()).toEqual([])
})
