/** What a report says and what it leaves out: a paper that somebody reads to its end. */
import { expect, test } from 'vitest'
import type { AnswerFacts, PeriodFacts } from '../../../domain/papers/period-facts.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { tracer } from '../../../office/report/tracer.ts'
import { docxParts } from './docx-parts.ts'
import { sampleFacts, samplePaper } from './sample-facts.ts'

/** The statuses of one task of 20 units: so many of each, in this order. */
function factsWith(counts: Partial<Record<AnswerFacts['status'], number>>): PeriodFacts {
  const facts = sampleFacts({ units: 20, tasks: 1 })
  const statuses = Object.entries(counts).flatMap(([status, n]) => Array<string>(n).fill(status))
  const answers = facts.answers.map((answer, at) => ({
    ...answer,
    status: statuses[at] as AnswerFacts['status'],
    overdue: false,
  }))
  return { ...facts, answers }
}

const linesOf = async (facts: PeriodFacts, paper = samplePaper) =>
  docxParts(await reportDocx(facts, paper)).lines

test('what is none is not said, and units are named where they stand apart', async () => {
  const lines = await linesOf(factsWith({ done: 17, in_progress: 1, silent: 2 }))
  expect(lines).toContain(
    'a) Báo cáo tổng kết năm 2026, phương hướng 2027 (mục II.4.b (1)): giao 20 đơn vị; ' +
      'đã hoàn thành 17 (đạt 85%); đang thực hiện 1; chưa gửi báo cáo 2. Đang thực hiện: Trường Tiểu học và Trung học cơ sở số 18. ' +
      'Chưa gửi báo cáo: Trường Tiểu học và Trung học cơ sở số 19, Trường Tiểu học và Trung học cơ sở số 20.',
  )
})

test('where nobody answers, the figure says so, and the names stand in Appendix II alone', async () => {
  const lines = await linesOf(factsWith({ silent: 20 }))
  expect(lines.filter((line) => line.endsWith(': giao 20 đơn vị; chưa gửi báo cáo 20.'))).toHaveLength(1)
  const second = lines.slice(lines.indexOf('Phụ lục II'))
  expect(second.filter((line) => line === 'Toàn bộ 1 nội dung được giao')).toHaveLength(20)
})

test('a unit stands once in Appendix II, however many tasks it has not reported on', async () => {
  const facts = sampleFacts({ units: 10, tasks: 5 })
  const noted = tracer()
  const { lines } = docxParts(await reportDocx(facts, samplePaper, { tracer: noted }))
  const from = lines.indexOf('Phụ lục II')
  const second = lines.slice(from, lines.indexOf('Phụ lục III'))
  const [unit] = facts.units
  const codes = facts.answers
    .filter(({ unitCode, status }) => unitCode === unit?.code && status === 'silent')
    .map(({ taskCode }) => `II.4.b (${taskCode.slice(-1)})`)
  expect(codes.length).toBeGreaterThan(0)
  const at = second.indexOf(unit?.unit ?? '')
  expect(second[at + 2]).toBe(codes.join('; '))
  expect(second.filter((line) => line === unit?.unit)).toHaveLength(1)
  const silent = facts.answers.filter(({ status }) => status === 'silent')
  const behind = noted.rows
    .filter(({ place }) => place === 'Appendix II silent on')
    .flatMap(({ rows }) => rows)
  expect(behind.toSorted()).toEqual(silent.map(({ assignmentId }) => `assignment ${assignmentId}`).toSorted())
})

test('a task of all the year is told of once, quarter by quarter', async () => {
  const quarter = sampleFacts({ units: 4, tasks: 1 })
  const half: PeriodFacts = {
    ...quarter,
    period: '2026-H1',
    quarters: [1, 2],
    tasks: [1, 2].flatMap((q) =>
      quarter.tasks.map((task) => ({ ...task, quarter: q as 1 | 2, dueOn: `2026-0${q * 3}-30` })),
    ),
    answers: [1, 2].flatMap((q) => quarter.answers.map((answer) => ({ ...answer, quarter: q as 1 | 2 }))),
  }
  const lines = await linesOf(half)
  const from = lines.indexOf('2. Kết quả thực hiện nhiệm vụ thường xuyên')
  expect(lines[from + 1]).toMatch(/^a\) Báo cáo tổng kết/)
  expect(lines[from + 2]).toMatch(/^Quý I \(hạn 30\/3\/2026\): giao 4 đơn vị; /)
  expect(lines[from + 3]).toMatch(/^Quý II \(hạn 30\/6\/2026\): giao 4 đơn vị; /)
})

test('lines of a list end in semicolons, the last in a full stop', async () => {
  const lines = await linesOf(sampleFacts())
  const listed = lines.filter((line) => line.startsWith('- Khối thi đua số'))
  expect(listed).toHaveLength(8)
  expect(listed.map((line) => line.at(-1)).join('')).toBe(';;;;;;;.')
})

test('every figure that can be traced is as many as the rows behind it', async () => {
  const noted = tracer()
  await reportDocx(sampleFacts(), samplePaper, { tracer: noted })
  const counted = noted.rows.filter(({ place, value }) => /^I{1,3}[ .]/.test(place) && /^[\d.]+$/.test(value))
  const ofAnswers = counted.filter(({ rows }) => rows.some((row) => row.startsWith('assignment ')))
  expect(ofAnswers.length).toBeGreaterThan(40)
  for (const { value, rows } of ofAnswers) expect(value).toBe(rows.length.toLocaleString('vi-VN'))
})

/** A task of all the year in two quarters: one unit did it in the first alone, one in the second alone, one in neither. */
function twoQuarters(): PeriodFacts {
  const facts = sampleFacts({ units: 3, tasks: 1 })
  const [task] = facts.tasks
  const statuses = { 1: ['done', 'silent', 'silent'], 2: ['silent', 'done', 'silent'] } as const
  if (!task) throw new Error('no task')
  return {
    ...facts,
    period: '2026-H1',
    quarters: [1, 2],
    units: facts.units.map((unit) => ({ ...unit, asked: 2 })),
    tasks: ([1, 2] as const).map((quarter) => ({ ...task, quarter, dueOn: `2026-0${quarter * 3}-30` })),
    answers: ([1, 2] as const).flatMap((quarter) =>
      facts.answers.map((answer, at) => ({
        ...answer,
        quarter,
        assignmentId: quarter * 100 + at,
        status: statuses[quarter][at] ?? 'silent',
      })),
    ),
  }
}

test('what is left to do is what the units owe by the day that is named', async () => {
  const lines = await linesOf(twoQuarters())
  const from = lines.indexOf('IV. PHƯƠNG HƯỚNG, NHIỆM VỤ')
  expect(lines[from + 1]).toContain('(hạn 30/6/2026)')
  expect(lines[from + 2]).toBe('- Báo cáo tổng kết năm 2026, phương hướng 2027: còn 2 đơn vị.')
})

test('a task that is asked in two quarters is one task, and the same code of another plan is another', async () => {
  const facts = twoQuarters()
  expect((await linesOf(facts)).join('\n')).toContain('có 1 nội dung')
  const other = <T extends { planCode: string }>(rows: T[]) => [
    ...rows,
    ...rows.map((row) => ({ ...row, planCode: 'KH-2' })),
  ]
  const two = { ...facts, tasks: other(facts.tasks), answers: other(facts.answers) }
  const lines = await linesOf(two)
  expect(lines.join('\n')).toContain('có 2 nội dung')
  expect(lines.filter((line) => /: còn 2 đơn vị/.test(line))).toHaveLength(2)
})

test('days and titles within a sentence are written as the decree and the language want them', async () => {
  const facts = sampleFacts({ units: 2, tasks: 1 })
  const tasks = facts.tasks.map((task) => ({ ...task, dueOn: '2026-09-02' }))
  const lines = await linesOf({ ...facts, tasks, asOf: '2026-03-31' })
  expect(lines.join()).toContain('Kế hoạch số 83/KH-UBND ngày 24/02/2026 của Ủy ban')
  expect(lines.join()).toContain(' về triển khai một số nhiệm vụ')
  expect(lines.join()).toContain('(hạn 02/9/2026)')
  expect(lines.join()).toContain('đến ngày 31/3/2026')
})

test('Appendix II says by when, and names tasks by their clause in the plan', async () => {
  const facts = twoQuarters()
  const lines = await linesOf(facts)
  const first = lines.slice(lines.indexOf('Phụ lục I'), lines.indexOf('Phụ lục II'))
  expect(first).toEqual(expect.arrayContaining(['II.4.b quý I', 'II.4.b quý II']))
  const second = lines.slice(lines.indexOf('Phụ lục II'), lines.indexOf('Phụ lục III'))
  const at = second.indexOf('Trường Tiểu học và Trung học cơ sở số 2')
  expect(second.slice(at + 2, at + 4)).toEqual(['II.4.b (quý I)', '31/12/2026'])
})
