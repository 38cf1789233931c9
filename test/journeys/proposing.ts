/** A unit head who puts somebody forward, from the first word to the last tap. */
import type { Person } from '../telegram-server.ts'

export const NOMINEE = 'Nguyễn Thị Lan'
export const DEED =
  'Chị Lan vận động 30 hộ dân làm đường hoa dài 2 km trong năm 2026. Bà con quý mến và cùng chăm sóc mỗi tuần.'

/** Up to the question about consent: five messages and taps. */
export async function proposes(head: Person, photo: Uint8Array): Promise<void> {
  head.types('giới thiệu')
  await head.waitFor('giới thiệu ai')
  await head.answeredTap('Cá nhân')
  await head.waitFor('Họ và tên đầy đủ')
  head.types(`${NOMINEE}, giáo viên, Trường Mầm non Hoa Phượng`)
  await head.waitFor('lĩnh vực nào')
  await head.answeredTap('Giáo dục')
  await head.waitFor('1 đến 3 ảnh')
  head.sendsPhoto(photo, { caption: DEED })
  await head.waitFor('cần sự đồng ý')
}

/** From there on: she agreed to everything in a message, of which this is the picture. Four more, and it is sent. */
export async function sendsWithMessage(head: Person, evidence: Uint8Array): Promise<void> {
  await head.answeredTap('Cả ba mục trên')
  await head.waitFor('☑ 3')
  await head.answeredTap('Tin nhắn')
  await head.waitFor('ảnh chụp tin nhắn')
  head.sendsPhoto(evidence)
  await head.waitFor('kiểm tra lại')
  await head.answeredTap('Gửi')
  await head.waitFor('mã G1')
}
