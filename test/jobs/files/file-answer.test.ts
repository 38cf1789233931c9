/** What people read when a file of theirs could not be kept. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import type { Db } from '../../../db/client.ts'
import { attachments, outbox } from '../../../db/schema/index.ts'
import { changeSetting } from '../../../db/settings.ts'
import { freshDatabase } from '../../database.ts'
import { png } from '../../sample-files.ts'
import { sender, sends } from '../../senders.ts'
import { downloading, START, settled } from './downloads.ts'

const texts = async (db: Db) => (await db.select().from(outbox)).map(({ message }) => message.text)
const named = (fileName: string) => ({ ref: { ref: fileName, kind: 'document', fileName } }) as const
const rejects = async () => Promise.reject(new SendError('rejected', 'file is too big'))
const AGAIN =
  'Đề nghị đồng chí gửi lại bằng ảnh (JPG, PNG), PDF hoặc Word, dưới 20 MB; văn bản dài có thể chụp ảnh các trang chính. Trân trọng cảm ơn đồng chí.'

test('a file of a kind that is not taken is named in the answer, once, with what to send instead', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  const id = await sends(db, lan, named('bai-hat.mp3'))
  const platform = downloading(db, async () => Buffer.from('no picture'))
  await platform.until(() => settled(db))
  await platform.until(() => true)
  expect(await db.select().from(outbox)).toMatchObject([
    {
      key: `file:${id}`,
      kind: 'answer',
      state: 'waiting',
      contactId: lan.contactId,
      personId: lan.personId,
      message: {
        text: `Phòng chưa nhận được tệp “bai-hat.mp3” vì kênh này chưa đọc được loại tệp đó. ${AGAIN}`,
      },
    },
  ])
  expect(await db.select().from(attachments)).toMatchObject([{ state: 'refused', failure: 'unsupported' }])
})

test('the second photo of an album that came damaged is named by its place', async () => {
  const { db } = await freshDatabase()
  const lan = await sender(db, 'Lan')
  const part = (ref: string) => ({ ref: { ref, kind: 'photo' }, albumId: 'a' }) as const
  for (const ref of ['1', '2', '3']) await sends(db, lan, part(ref))
  const whole = png(31, 17)
  await downloading(db, async ({ ref }) => (ref === '2' ? whole.subarray(0, 50) : whole)).until(() =>
    settled(db),
  )
  expect(await texts(db)).toEqual([
    `Phòng đã nhận ảnh thứ 2 trong nhóm ảnh gửi lúc 14h05 ngày 20/12 nhưng chưa mở được, có thể do lỗi trên đường truyền. ${AGAIN}`,
  ])
})

test('a photo alone is named by when it was sent, in the office’s zone', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  await downloading(db, async () => new Uint8Array()).until(() => settled(db))
  expect(await texts(db)).toEqual([
    `Phòng đã nhận ảnh gửi lúc 14h05 ngày 20/12 nhưng bên trong không có nội dung. ${AGAIN}`,
  ])
})

test('a file that is known to be too big is not even asked for', async () => {
  const { db } = await freshDatabase()
  const { ref } = named('ke-hoach.pdf')
  await sends(db, await sender(db, 'Lan'), { ref: { ...ref, byteSize: 20 * 1024 * 1024 + 1 } })
  const platform = downloading(db, rejects)
  await platform.until(() => settled(db))
  expect(platform.asked).toEqual([])
  expect(await texts(db)).toEqual([`Phòng chưa nhận được tệp “ke-hoach.pdf” vì lớn quá 20 MB. ${AGAIN}`])
})

test('a file that proves too big when it is here is refused too', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'))
  await downloading(db, async () => new Uint8Array(20 * 1024 * 1024 + 1)).until(() => settled(db))
  expect(await db.select().from(attachments)).toMatchObject([{ state: 'refused', failure: 'too_large' }])
})

test('what the platform will not hand out is refused at once', async () => {
  const { db } = await freshDatabase()
  await sends(db, await sender(db, 'Lan'), named('ke-hoach.pdf'))
  const platform = downloading(db, rejects)
  await platform.until(() => settled(db))
  expect(platform.asked.length).toBe(1)
  expect(await db.select().from(attachments)).toMatchObject([{ state: 'refused', failure: 'unavailable' }])
  expect((await texts(db))[0]).toContain('chưa tải được tệp “ke-hoach.pdf”')
})

test('after the last try the sender is told, in the language the office chose', async () => {
  const { db } = await freshDatabase()
  await changeSetting(db, 'language', 'en', START)
  const id = await sends(db, await sender(db, 'Lan'))
  await db.update(attachments).set({ attempts: 9 }).where(eq(attachments.id, id))
  await downloading(db, async () => Promise.reject(new SendError('retry', 'no network'))).until(() =>
    settled(db),
  )
  expect(await db.select().from(attachments)).toMatchObject([{ state: 'failed', failure: 'unreachable' }])
  expect((await texts(db))[0]).toContain(
    'We tried many times but could not download the photo sent at 14:05 on 20/12. Please send it again',
  )
})
