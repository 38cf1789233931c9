// When a task is due: what the text says, or the end of the time that it leaves, and never an invented day.
import { expect, test } from 'vitest'
import { taskTime } from '../../../../../domain/imports/plan-reading/due/task-time.ts'

const read = (text: string, { labelled, headings = [] }: { labelled?: string; headings?: string[] } = {}) => {
  const { quarter, dueOn, dueBasis } = taskTime({ text, labelled, headings }, 2026)
  return `${quarter} ${dueOn} ${dueBasis}`
}
const untimed = 'null 2026-12-31 inferred_no_date_in_text'

test.each([
  ['Nộp báo cáo trước 15/6.', '2 2026-06-15 stated'],
  ['Nộp báo cáo chậm nhất ngày 5 tháng 12 năm 2026.', '4 2026-12-05 stated'],
  ['Tổ chức hội nghị trong tháng 6.', '2 2026-06-30 inferred_month_end'],
  ['Hoàn thành trước tháng 6.', '2 2026-05-31 inferred_month_end'],
  ['Hoàn thành trước quý IV.', '3 2026-09-30 inferred_quarter_end'],
  ['Rà soát trong 6 tháng đầu năm.', '2 2026-06-30 inferred_quarter_end'],
  ['Tuyên truyền (thường xuyên).', 'null 2026-12-31 inferred_year_end'],
  ['Gửi báo cáo trước 16 giờ 00 ngày 20/11.', '4 2026-11-20 stated'],
  ['Tổ chức hội thi: Quý II.', '2 2026-06-30 inferred_quarter_end'],
  ['Rà soát đối tượng, Quý III/2026.', '3 2026-09-30 inferred_quarter_end'],
  ['Kiểm tra các trường học: tháng 3.', '1 2026-03-31 inferred_month_end'],
  ['Sơ kết: 6 tháng đầu năm.', '2 2026-06-30 inferred_quarter_end'],
  ['Tuyên truyền: thường xuyên, liên tục.', 'null 2026-12-31 inferred_year_end'],
  ['Chiến dịch từ tháng 4 đến tháng 6.', '2 2026-06-30 inferred_month_end'],
  ['Hội nghị dự kiến tháng 9/2026.', '3 2026-09-30 inferred_month_end'],
  ['Hạn cuối 30/10.', '4 2026-10-30 stated'],
  ['Tổ chức vào ngày 20-11.', '4 2026-11-20 stated'],
  ['Trước 30/4 tổ chức hội thi.', '2 2026-04-30 stated'],
  ['Đến 31/12 đạt 100%.', '4 2026-12-31 stated'],
  ['Nộp trước ngày 15/12 và 15/6.', '4 2026-12-15 stated'],
])('the sentence itself says when: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  'Thực hiện Luật Thi đua ngày 15/6/2022.',
  'Chào mừng ngày 30/4.',
  'Sơ kết giao ước thi đua 6 tháng đầu năm 2026.',
  'Duy trì thường xuyên chế độ trực ban của cơ quan.',
  'Giải quyết không quá 3 ngày.',
  'Phấn đấu hoàn thành 10/12 chỉ tiêu được giao.',
  'Xây dựng, hoàn thành 1/2 kế hoạch giao.',
  'Mở rộng mô hình đến 5/7 thôn.',
  'Sửa chữa 3/4 nhà văn hóa, đạt trước 2/9 số thôn.',
  'Hoàn thành 10/12 (83,3%).',
  'Tổ chức lễ hội vào ngày 10/3 âm lịch.',
])('what is no due date is none: %s', (text) => {
  expect(read(text)).toBe(untimed)
})

test.each([
  ['Quý II', '2 2026-06-30 inferred_quarter_end'],
  ['Quý II, III', '3 2026-09-30 inferred_quarter_end'],
  ['Tháng 3/2026', '1 2026-03-31 inferred_month_end'],
  ['Tháng 3 - 4', '2 2026-04-30 inferred_month_end'],
  ['Từ 01/3 đến 15/3', '1 2026-03-15 stated'],
  ['6 tháng cuối năm', '4 2026-12-31 inferred_quarter_end'],
  ['Cả năm', 'null 2026-12-31 inferred_year_end'],
  ['Trước ngày 25 hằng tháng', 'null 2026-12-31 inferred_year_end'],
  ['Theo hướng dẫn của thành phố', untimed],
])('the column of time says when: %s', (labelled, expected) => {
  expect(read('Làm việc.', { labelled })).toBe(expected)
})

test('the nearest words win over the headings', () => {
  const headings = ['NHIỆM VỤ NĂM 2026', 'Quý II năm 2026']
  expect(read('Sơ kết 6 tháng đầu năm.', { headings })).toBe('2 2026-06-30 inferred_quarter_end')
  expect(read('Nộp trước ngày 20/5.', { headings })).toBe('2 2026-05-20 stated')
})

test.each([
  ['Nộp trước ngày 31/6.', 'impossible_day'],
  ['Nộp trước ngày 10/01/2027.', 'day_outside_year'],
  ['Nộp trong tháng 1/2027.', 'day_outside_year'],
  ['Ngày hội chuyển đổi số ngày 10/10.', 'day_unclear'],
  ['Tổ chức lễ hội vào ngày 10/3 âm lịch.', 'lunar_day'],
])('a day that cannot be taken is marked: %s', (text, doubt) => {
  expect(read(text)).toBe(untimed)
  expect(taskTime({ text, headings: [] }, 2026).doubts).toContain(doubt)
})

test('of several days the last counts, with a mark, but from one to another there is one time', () => {
  const doubts = (text: string) => taskTime({ text, headings: [] }, 2026).doubts
  expect(doubts('Gửi báo cáo trước ngày 15/6 và 15/12/2026.')).toEqual(['several_days'])
  expect(doubts('Thi đấu đến ngày 1/6.')).toEqual([])
  expect(taskTime({ text: 'X', labelled: 'Từ 01/3 đến 15/3', headings: [] }, 2026).doubts).toEqual([])
})

test('a day in the sentence tells a vague cell more exactly, and does not contradict it', () => {
  expect(read('Kiểm tra (trước ngày 20/5).', { labelled: 'Quý II' })).toBe('2 2026-05-20 stated')
  expect(read('Kiểm tra (trước ngày 20/7).', { labelled: 'Quý II' })).toBe(
    '2 2026-06-30 inferred_quarter_end',
  )
  const { doubts } = taskTime({ text: 'Kiểm tra (trước ngày 20/7).', labelled: 'Quý II', headings: [] }, 2026)
  expect(doubts).toContain('day_unclear')
})

test.each([
  ['Chuẩn bị đại hội.', 'Cuối năm', 'Cuối năm'],
  ['Chuẩn bị đại hội.', 'T6', 'T6'],
  ['Chuẩn bị đại hội.', 'Theo hướng dẫn của cấp trên', 'Theo hướng dẫn của cấp trên'],
  ['Nghiệm thu công trình cuối năm.', '', 'cuối năm'],
  ['Hoàn thành trước Tết Nguyên đán, báo cáo kết quả.', '', 'Tết Nguyên đán'],
  ['Sơ kết 6 tháng đầu năm.', '', '6 tháng đầu năm'],
])('a time that is not understood is quoted: %s %s', (text, labelled, said) => {
  const { unclear, doubts } = taskTime({ text, labelled, headings: [] }, 2026)
  expect(unclear).toBe(said)
  expect(doubts).toContain('time_unclear')
  expect(doubts).not.toContain('no_time')
})

test('where the text is silent about time, or counts ten of twelve, nothing is quoted', () => {
  for (const text of ['Lập danh sách các hộ.', 'Hoàn thành 10/12 chỉ tiêu.'])
    expect(taskTime({ text, headings: [] }, 2026)).toMatchObject({ unclear: null, doubts: ['no_time'] })
})

test.each([
  ['Ky két giao wéc, xong truéc ngay 10/3.', '1 2026-03-10 stated'],
  ['So két, gtti bao cao trwéc 15/6.', '2 2026-06-15 stated'],
  ['Nhiém vu thudng xuyén.', 'null 2026-12-31 inferred_year_end'],
])('what a scanner made of the words of time is read: %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each(["Quy I'V nam 2026", 'Quy lV nam 2026', 'Qué IV nam 2026'])(
  'a scanned quarter is read: %s',
  (heading) => {
    expect(read('Lam viec.', { headings: [heading] })).toBe('4 2026-12-31 inferred_quarter_end')
  },
)
