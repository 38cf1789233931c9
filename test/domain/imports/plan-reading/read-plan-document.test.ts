// What is read from the office's own papers, measured on documents of many shapes.
import { describe, expect, test } from 'vitest'
import { readPlanDocument } from '../../../../domain/imports/plan-reading/read-plan-document.ts'
import { readPlanFile } from '../../../../domain/imports/plans/file.ts'
import { tasks } from '../../plan-83.ts'
import { figuresOf } from './plan-figures.ts'
import { type SamplePlan, samplePlans, scannedPlan, wordPlan } from './sample-plans.ts'

async function reading(plan: SamplePlan) {
  const result = await readPlanDocument(await plan.bytes())
  if (!('yaml' in result)) throw new Error(JSON.stringify(result.problems))
  return result
}

async function planFile(plan: SamplePlan) {
  const result = readPlanFile((await reading(plan)).yaml)
  if (!('data' in result)) throw new Error(JSON.stringify(result.problems))
  return result.data
}

describe.each(samplePlans)('$name', (plan) => {
  test('gives every task that a person finds in it, and no other', async () => {
    const { missed, invented } = await figuresOf(plan)
    expect({ missed, invented }).toEqual({ missed: [], invented: [] })
  })

  test('gives a file that can be imported, with number, day and title', async () => {
    const { number, issuedOn, title } = (await planFile(plan)).plan
    const { tasks: _, ...expected } = plan.expected
    expect({ number, issuedOn: String(issuedOn), title }).toEqual(expected)
  })

  test('marks what it read wrong as a place to look at', async () => {
    const { wrong } = await figuresOf(plan)
    const { preview } = await reading(plan)
    const unmarked = wrong.filter((mistake) => {
      const row = preview.find(({ clause }) => mistake.startsWith(`${clause}:`))
      return !row?.doubts.some((doubt) => ['day_unclear', 'time_unclear', 'no_time'].includes(doubt))
    })
    expect(unmarked).toEqual([])
  })
})

test('typed documents are read without a mistake', async () => {
  const typed = samplePlans.filter(({ name }) => name !== 'ward-scanned.txt')
  expect((await Promise.all(typed.map(figuresOf))).flatMap(({ wrong }) => wrong)).toEqual([])
})

test.each([scannedPlan, wordPlan])('$name has the codes of the file that ships with dondoc', async (plan) => {
  const codes = (await planFile(plan)).tasks.map(({ code }) => code)
  expect(codes).toEqual(tasks.map(({ code }) => code))
  expect((await planFile(plan)).plan.code).toBe('KH-83-2026')
})

test('the Word file of plan 83 has its words to the letter', async () => {
  const texts = (await planFile(wordPlan)).tasks.map(({ fullText }) => fullText)
  expect(texts).toEqual(tasks.map(({ fullText }) => fullText))
})

test('a scan keeps its words as scanned, with a mark on each and the line where it stands', async () => {
  const { preview } = await reading(scannedPlan)
  expect(preview.every(({ doubts }) => doubts.includes('scanned'))).toBe(true)
  const row = preview.find(({ code }) => code === 'Q2-b')
  expect(row).toMatchObject({ line: 67, clause: 'II.2.b', audience: ['blocks'] })
  expect(row?.text).toBe(
    'Chi dao, ‘dén ddc cac khdi thi dua ctia dic khu to chic so két giao udc thi dua 6 thang dau nam 2026.',
  )
})

test('a document without number, day, title or tasks says what is missing and how to mend it', async () => {
  const result = await readPlanDocument(Buffer.from('Họp giao ban năm 2026.\nKẾ HOẠCH\nNăm 2026'))
  expect(result.problems.map(({ field, severity }) => `${field} ${severity}`)).toEqual([
    'plan.number error',
    'plan.issuedOn error',
    'tasks error',
  ])
})

test('what stands among the tasks and is none is told with its line', async () => {
  const text = `Số: 1/KH-UBND, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n
I. NHIỆM VỤ\n1. Quý I\nCần lưu ý thời tiết.\na) Làm việc.\n2. Quý II`
  const { problems } = await readPlanDocument(Buffer.from(text))
  expect(problems.map(({ line, value, severity }) => `${line} ${severity}: ${value}`)).toEqual([
    '8 warning: Cần lưu ý thời tiết.',
    '10 warning: Quý II',
  ])
})

test('a time that is not understood is told with its line and its words', async () => {
  const text = `Số: 1/KH-UBND, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n
I. NHIỆM VỤ\n1. Nghiệm thu công trình cuối năm.`
  const { problems } = await readPlanDocument(Buffer.from(text))
  expect(problems.map(({ line, value, severity }) => `${line} ${severity}: ${value}`)).toEqual([
    '7 warning: cuối năm',
  ])
})

test('a line of time below a heading counts for all tasks under it', async () => {
  const text = `Số: 1/KH-UBND, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n
I. NHIỆM VỤ\n1. Hội thi\nThời gian: tháng 5\na) Lập đội.\nb) Tập luyện trước ngày 10/4.`
  const reading = await readPlanDocument(Buffer.from(text))
  const rows = 'preview' in reading ? reading.preview : []
  expect(rows.map(({ clause, dueOn }) => `${clause} ${dueOn}`)).toEqual([
    'I.1.a 2026-05-31',
    'I.1.b 2026-04-10',
  ])
})

const duties = async (...lines: string[]) => {
  const opening = 'Số: 1/KH-UBND, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n'
  const text = [opening, 'I. NHIỆM VỤ', '1. Họp.', 'II. TỔ CHỨC THỰC HIỆN', ...lines].join('\n')
  const reading = await readPlanDocument(Buffer.from(text))
  if (!('yaml' in reading)) throw new Error(JSON.stringify(reading.problems))
  return reading
}

test('a duty with a day is a task, whoever has it, and only groups are asked', async () => {
  const { preview } = await duties(
    '1. Các khối thi đua báo cáo kết quả trước ngày 15/6 và trước ngày 15/11.',
    '2. Phòng Kinh tế bố trí kinh phí trước ngày 28/02.',
    '3. Các trường học phối hợp thực hiện.',
  )
  expect(
    preview.slice(1).map(({ clause, dueOn, asksUnitHeads }) => `${clause} ${dueOn} ${asksUnitHeads}`),
  ).toEqual(['II.1 2026-11-15 true', 'II.2 2026-02-28 false'])
})

test.each([
  ['Giao bộ phận thi đua theo dõi, đôn đốc.', 'Bộ phận thi đua'],
  ['Phòng Văn hóa - Xã hội là cơ quan thường trực, theo dõi, đôn đốc.', 'Phòng Văn hóa - Xã hội'],
  ['Văn phòng: theo dõi, đôn đốc.', 'Văn phòng'],
])('who follows the plan is a name and not a sentence: %s', async (duty, name) => {
  expect((await duties(`1. ${duty}`)).yaml).toContain(`coordinatingOffice: ${name}\n`)
})

test('a title of several years is told with the year that was taken', async () => {
  const text = `Số: 1/KH-UBND, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\nGiảm nghèo giai đoạn 2026 - 2030\n
I. NHIỆM VỤ\n1. Rà soát trước ngày 30/4.`
  const { problems } = await readPlanDocument(Buffer.from(text))
  expect(problems).toMatchObject([{ field: 'plan.year', value: '2026 - 2030', severity: 'warning' }])
})
