/** A report says a thing once: who stands alike everywhere, and words that come again; what is none it does not say. */
import { expect, test } from 'vitest'
import type { PeriodFacts } from '../../../domain/papers/period-facts.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { docxParts } from './docx-parts.ts'
import { sampleFacts, samplePaper } from './sample-facts.ts'

const linesOf = async (facts: PeriodFacts) => docxParts(await reportDocx(facts, samplePaper)).lines

/** Five tasks of four units: the first is silent everywhere, the second blocked everywhere and says why each time. */
function alikeFacts(): PeriodFacts {
  const facts = sampleFacts({ units: 4, tasks: 5 })
  const [silent, blocked] = facts.units
  const note = 'Chưa có kinh phí, đề nghị cấp 15 triệu đồng'
  return {
    ...facts,
    answers: facts.answers.map((answer) => {
      if (answer.unitCode === silent?.code) return { ...answer, status: 'silent', said: null }
      if (answer.unitCode !== blocked?.code) return { ...answer, status: 'done' }
      const said = { at: '2026-12-01T02:00:00Z', by: 'A', via: 'telegram', recordedBy: null } as const
      return {
        ...answer,
        status: 'blocked',
        said: { ...said, reportId: answer.assignmentId, note, difficulty: 'money' },
      }
    }),
  }
}

test('a unit that stands alike with all its tasks is named once, not under each of them', async () => {
  const lines = await linesOf(alikeFacts())
  const body = lines.slice(0, lines.indexOf('Phụ lục I'))
  expect(body.filter((line) => line.includes('cơ sở số 1'))).toEqual([
    'Trong đó, 1 đơn vị có vướng mắc ở mọi nội dung: Trường Tiểu học và Trung học cơ sở số 2; ' +
      '1 đơn vị chưa gửi báo cáo nội dung nào: Trường Tiểu học và Trung học cơ sở số 1.',
  ])
})

test('what a unit says of several tasks in the same words is quoted once', async () => {
  const lines = await linesOf(alikeFacts())
  expect(lines.filter((line) => line.includes('15 triệu'))).toEqual([
    '- Kinh phí (5 lượt việc của 1 đơn vị): “Chưa có kinh phí, đề nghị cấp 15 triệu đồng” ' +
      '(Trường Tiểu học và Trung học cơ sở số 2).',
  ])
})

test('what was not done is not said, and how well it was done is left to the writer', async () => {
  const facts = alikeFacts()
  const none = { deliveries: [], calls: [], reached: [], unreached: [] }
  const urging = { reminders: 0, unitsReminded: 0, calls: 3, unreached: 0, rows: none }
  const answers = facts.answers.map((answer) => ({ ...answer, overdue: false }))
  const lines = await linesOf({ ...facts, urging, answers })
  expect(lines).toContain('Công tác đôn đốc: gọi điện trao đổi trực tiếp 3 lượt.')
  expect(lines.join()).not.toContain('thường xuyên: ')
  expect(lines.find((line) => line.startsWith('2. Tồn tại, hạn chế:'))).not.toContain('quá hạn')
})
