/** What a plan's preview shows before anybody presses: what to look at, and what a newer version changes. */
import { expect, test } from 'vitest'
import { planSet } from '../../../office/commands/plan-set.ts'
import { office } from './taking-in.ts'

const when = { now: new Date('2026-03-02T03:00:00Z'), today: Temporal.PlainDate.from('2026-03-02') }

async function planning() {
  const { db, hoa, reads } = await office()
  const previews = async (number: string, ...tasks: string[]) => {
    const head = `UBND XÃ X\nSố: ${number}\nX, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\n`
    await hoa.types('nạp kế hoạch')
    await hoa.sendsFile('kh.txt', Buffer.from([`${head}II. NHIỆM VỤ`, ...tasks].join('\n')))
    return (await reads())?.text ?? ''
  }
  const set = (task: string, field: string, value: string) => planSet(db, { task, field, value, ...when })
  return { hoa, previews, set }
}

const FIRST = [
  '1. Các đơn vị đăng ký thi đua, xong trước ngày 15/3.',
  '2. Các trường học tổ chức hội thi trong quý II.',
  '3. Các đơn vị sơ kết phong trào, gửi báo cáo trước ngày 20/6.',
  '4. Các khối thi đua họp bình xét trước ngày 10/12.',
]

test('a newer version is told task by task: new, changed from what to what, and gone by name', async () => {
  const { hoa, previews } = await planning()
  await previews('7/KH-UBND', ...FIRST)
  await hoa.presses('Nạp')
  const said = await previews(
    '7/KH-UBND',
    FIRST[0]!,
    '2. Các trường học tổ chức hội thi trước ngày 15/9.',
    '3. Các đơn vị sơ kết phong trào thi đua, gửi báo cáo trước ngày 25/6.',
    '5. Thôn văn hóa bình xét trước ngày 30/11.',
  )
  expect(said).toContain('Kế hoạch này đã có. Nếu nạp bản này:\n\nThêm 1 việc:\n4. II.5 · quý IV · 30/11')
  expect(said).toContain(
    [
      'Đổi 2 việc:',
      '2. II.2 · Các trường học tổ chức hội thi trước ngày 15/9.',
      '   hạn 30/06 → 15/09',
      '   kỳ quý II → quý III',
      '   nội dung “…hội thi trong quý II.” → “…hội thi trước ngày 15/9.”',
      '3. II.3 · Các đơn vị sơ kết phong trào thi đua, gửi báo cáo trước ngày…',
      '   hạn 20/06 → 25/06',
    ].join('\n'),
  )
  expect(said).toMatch(/Bỏ 1 việc, không hỏi đơn vị nữa .*:\n- II\.4 · Các khối thi đua họp bình xét/)
  expect(said).toContain('\n\nGiữ nguyên 1 việc.\n')
  expect(said).not.toContain('đăng ký thi đua')
})

test('many tasks that go are counted behind the first twenty', async () => {
  const { hoa, previews } = await planning()
  const many = Array.from({ length: 25 }, (_, n) => `${n + 1}. Việc thứ ${n + 1} xong trước ngày 15/6.`)
  await previews('7/KH-UBND', ...many)
  await hoa.presses('Nạp')
  expect(await previews('7/KH-UBND', many[0]!)).toMatch(
    /Bỏ 24 việc.*\n- II\.2 · Việc thứ 2 (?:.|\n)*\n- II\.21 · .*\n… và 4 việc khác\./,
  )
})

test('what the office has set itself is shown as it stays, beside what the file says', async () => {
  const { hoa, previews, set } = await planning()
  await previews('7/KH-UBND', ...FIRST)
  await hoa.presses('Nạp')
  await set('II.1', 'due', '2026-03-20')
  await set('II.1', 'title', 'Đăng ký thi đua')
  const said = await previews(
    '7/KH-UBND',
    '1. Các đơn vị đăng ký thi đua, xong trước ngày 25/3.',
    ...FIRST.slice(1),
  )
  expect(said).toContain(
    'Văn phòng đã sửa, vẫn giữ:\n1. II.1 · Đăng ký thi đua\n   hạn 20/03 (tệp ghi 25/03)',
  )
  expect(said).not.toContain('hạn 20/03 →')
})

test('another plan of the year is named before anybody takes a second one in', async () => {
  const { hoa, previews } = await planning()
  expect(await previews('7/KH-UBND', ...FIRST)).not.toContain('đã có kế hoạch')
  await hoa.presses('Nạp')
  expect(await previews('9/KH-UBND', ...FIRST)).toContain('⚠ Năm 2026 đã có kế hoạch số 7/KH-UBND.')
  expect(await previews('7/KH-UBND', ...FIRST)).not.toContain('Năm 2026 đã có')
})

test('each task says who is asked, and the sign stands only where somebody has to look', async () => {
  const { previews } = await planning()
  const said = await previews('7/KH-UBND', ...FIRST, '5. Họp tổng kết vào quý IV.', '6. Ngày hội lớn.')
  expect(said).toContain('\n2. II.2 · quý II · 30/06* · hỏi: các trường? · Các trường học tổ chức hội thi')
  expect(said).toContain('\n4. II.4 · quý IV · 10/12 · hỏi: trưởng khối? · ')
  expect(said).toContain('\n5. II.5 · quý IV · 31/12* · chỉ văn phòng · Họp tổng kết vào quý IV.\n')
  expect(said).toContain('\n6. II.6 · cả năm · 31/12* · chỉ văn phòng · Ngày hội lớn. ⚠\n')
  expect(said).toContain('- Văn bản không nêu thời gian: hạn là ngày cuối năm. Việc 6 (II.6, dòng 12).')
  expect(said.match(/⚠/g)).toHaveLength(2)
})

test('a day outside the quarter of its heading is told with where it stands and how to mend it', async () => {
  const { previews } = await planning()
  const said = await previews('7/KH-UBND', '1. Quý I', 'a) Các đơn vị gửi báo cáo trước ngày 15/6.')
  expect(said).toContain(
    'Hạn nằm ngoài quý của việc. Việc 1 (II.1.a, dòng 8) 15/06, quý I. Chọn “Sửa một việc”',
  )
  expect(said).not.toContain('2026-06-15')
})

test('of a list of units one sees who follows whom, and both phones, before it is taken in', async () => {
  const { hoa, reads } = await office()
  const list = (...rows: string[]) =>
    Buffer.from(['Đơn vị;Họ tên;Chức vụ;Điện thoại;Khối', ...rows].join('\n'))
  const sends = async (bytes: Uint8Array) => {
    await hoa.types('nạp danh sách')
    await hoa.sendsFile('ds.csv', bytes)
    return (await reads())?.text ?? ''
  }
  const school = 'Trường Mầm non Sao;Lê Thị Cúc;Hiệu trưởng;0912345601;Khối trường học'
  await sends(list('Trạm Y tế;Lê Thị Mai;Trạm trưởng;0903111222;Khối y tế', school))
  await hoa.presses('Nạp')
  const said = await sends(list('Trạm Y tế;Ngô Văn Quý;Trạm trưởng;0903111333;Khối y tế', school))
  expect(said).toContain(
    [
      'Đơn vị có thay đổi:',
      '- Trạm Y tế',
      '   thủ trưởng Lê Thị Mai → Ngô Văn Quý',
      '   số điện thoại 0903 111 222 → 0903 111 333',
    ].join('\n'),
  )
  expect(said).not.toContain('Cúc')
})
