// Which sections hold tasks, told by their headings: none is lost without a word.
import { expect, test } from 'vitest'
import { readPlanDocument } from '../../../../domain/imports/plan-reading/read-plan-document.ts'

async function read(...sections: string[]) {
  const opening = 'Số: 1/KH-UBND, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\nGiảm nghèo năm 2026'
  const reading = await readPlanDocument(Buffer.from([opening, ...sections].join('\n')))
  const rows = 'preview' in reading ? reading.preview : []
  return {
    tasks: rows.map(({ clause }) => clause),
    doubtful: rows.filter(({ doubts }) => doubts.includes('heading_unclear')).map(({ clause }) => clause),
    told: reading.problems.map(({ line, value }) => `${line}: ${value}`),
  }
}

test.each([
  'MỤC TIÊU, NHIỆM VỤ TRỌNG TÂM',
  'NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN',
  'ĐỐI TƯỢNG, NỘI DUNG, THỜI GIAN',
  'YÊU CẦU VÀ NỘI DUNG CÔNG VIỆC',
])('a heading that names tasks among other things holds tasks, with a doubt: %s', async (heading) => {
  const { tasks, doubtful } = await read(`II. ${heading}`, '1. Rà soát trước ngày 30/4.', '2. Tổng kết.')
  expect(tasks).toEqual(['II.1', 'II.2'])
  expect(doubtful).toEqual(tasks)
})

test('where such a section has a heading for each thing, only that of the tasks holds tasks', async () => {
  const { tasks, doubtful } = await read(
    ...['I. MỤC TIÊU, NHIỆM VỤ', '1. Mục tiêu', 'a) Giảm 5% hộ nghèo.', 'b) Tăng thu nhập.'],
    ...['2. Nhiệm vụ', 'a) Rà soát trước ngày 30/4.', 'b) Tổng kết.'],
  )
  expect(tasks).toEqual(['I.2.a', 'I.2.b'])
  expect(doubtful).toEqual([])
})

test('a day in a section without tasks is told with its line', async () => {
  const { tasks, told } = await read(
    ...['I. MỤC ĐÍCH, YÊU CẦU', '1. Thiết thực.', '2. Hoàn thành các chỉ tiêu trước ngày 15/12.'],
    ...['II. NHIỆM VỤ', '1. Họp.', 'III. TỔ CHỨC THỰC HIỆN NHIỆM VỤ', '1. Phòng A theo dõi.'],
  )
  expect(tasks).toEqual(['II.1'])
  expect(told).toEqual(['7: Hoàn thành các chỉ tiêu trước ngày 15/12.'])
})
