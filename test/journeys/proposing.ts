/** A unit head who puts somebody forward, from the first word to the last tap. */
import type { Phone } from './phones/phone.ts'

export const NOMINEE = 'Nguyễn Thị Lan'
export const DEED =
  'Chị Lan vận động 30 hộ dân làm đường hoa dài 2 km trong năm 2026. Bà con quý mến và cùng chăm sóc mỗi tuần.'

/** Up to the question about consent: five messages and taps. */
export async function proposes(head: Phone, photo: Uint8Array): Promise<void> {
  head.types('giới thiệu')
  await head.waitFor('giới thiệu ai')
  await head.answers('Cá nhân')
  await head.waitFor('Họ và tên đầy đủ')
  head.types(`${NOMINEE}, giáo viên, Trường Mầm non Hoa Phượng`)
  await head.waitFor('lĩnh vực nào')
  await head.answers('Giáo dục')
  await head.waitFor('1 đến 3 ảnh')
  head.sendsPhoto(photo, DEED)
  await head.waitFor('cần sự đồng ý')
}

/** From there on: she agreed to everything in a message, of which this is the picture. Four more, and it is sent. */
export async function sendsWithMessage(head: Phone, evidence: Uint8Array): Promise<void> {
  await head.answers('Cả ba mục trên')
  await head.waitFor('☑ 3')
  await head.answers('Tin nhắn')
  await head.waitFor('ảnh chụp tin nhắn')
  head.sendsPhoto(evidence)
  await head.waitFor('kiểm tra lại')
  await head.answers('Gửi')
  await head.waitFor('mã G1')
}
