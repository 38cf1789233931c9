/** A colleague of the office who writes an announcement in the chat, as far as its preview. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Phone, Seen } from './phones/phone.ts'

export const TITLE = 'Họp tổng kết năm'
export const BODY = '8 giờ ngày 28/12 tại hội trường. Đề nghị các đồng chí có mặt đúng giờ.'

/** To all units; `photo` comes along with it. */
export async function composes(office: Phone, photo?: Uint8Array): Promise<Seen> {
  office.types('/thongbao')
  await office.waitFor('tiêu đề')
  office.types(TITLE)
  await office.waitFor('nội dung')
  office.types(BODY)
  await office.waitFor('kèm theo')
  if (photo) {
    office.sendsPhoto(photo)
    await office.waitFor('Đã kèm 1 tệp')
  }
  await office.answers(photo ? 'Xong' : 'Bỏ qua')
  await office.waitFor('tới đơn vị nào')
  await office.answers('Tất cả')
  return office.waitFor('Thông báo sẽ hiện như tin trên')
}

/** The figures that the office pulls of the only announcement. */
export const figures = async (db: Db) =>
  (
    await db.execute(sql`select recipients, sent, failed, waiting, acknowledged, state
      from summary.announcements`)
  )[0]
