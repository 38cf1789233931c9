/** Reading the office's yearly plan from its file. */
import { describe, expect, test } from 'vitest'
import { plan, problems, task, tasks } from '../../plan-83.ts'

describe('the plan that ships with dondoc', () => {
  test('is read without a problem', () => {
    expect(problems).toEqual([])
  })

  test('has its tasks in order, those of the whole year without a quarter', () => {
    const inQuarter = (quarter: number | null) =>
      tasks.filter((each) => each.quarter === quarter).map(({ code }) => code)
    expect(inQuarter(1)).toEqual(['Q1-a', 'Q1-b', 'Q1-c', 'TC-1'])
    expect(inQuarter(2)).toEqual(['Q2-a', 'Q2-b', 'Q2-c'])
    expect(inQuarter(3)).toEqual(['Q3-a', 'Q3-b', 'Q3-c'])
    expect(inQuarter(4)).toEqual(['Q4-a', 'Q4-b', 'Q4-c', 'Q4-d'])
    expect(inQuarter(null)).toEqual(['CN-a', 'CN-b', 'CN-c'])
    expect(tasks.map(({ position }) => position)).toEqual(tasks.map((_, index) => index + 1))
  })

  test('gives each task its words, its people, its evidence and its date, with where each came from', () => {
    expect(task('Q4-b')).toEqual({
      code: 'Q4-b',
      section: 'II.4.b',
      position: 11,
      quarter: 4,
      fullText:
        'Báo cáo tổng kết công tác thi đua khen thưởng năm 2026 và xây dựng phương hướng, nhiệm vụ năm 2027.',
      shortTitle: 'Báo cáo tổng kết năm 2026, phương hướng 2027',
      titleBasis: 'inferred',
      audience: ['office', 'all_units'],
      audienceBasis: 'inferred',
      evidence: ['bao_cao'],
      evidenceBasis: 'inferred',
      dueOn: Temporal.PlainDate.from('2026-12-31'),
      dueBasis: 'inferred_quarter_end',
      asksUnitHeads: true,
      note: expect.stringMatching(/^Phòng Văn hóa - Xã hội tổng hợp.*\nBáo cáo của đơn vị thường/),
    })
  })

  test('gives the one standing duty of every unit head as a task of the quarter it is due in', () => {
    expect(task('TC-1')).toMatchObject({ quarter: 1, audienceBasis: 'stated', note: null })
  })

  test('keeps notes whole that hold a comma', () => {
    expect(task('Q1-b').note).toBe('Văn phòng tổ chức; các khối và đơn vị dự, ký giao ước.')
  })

  test('says what it is, and keeps the rest as facts', () => {
    expect(plan).toMatchObject({
      code: 'KH-83-2026',
      number: '83/KH-UBND',
      year: 2026,
      issuedOn: Temporal.PlainDate.from('2026-02-24'),
      facts: {
        signer: { position: 'Chủ tịch', name: 'Phan Viết Điện' },
        vocabulary: { evidence: { anh: 'Ảnh hoạt động' } },
        standingDuties: [{ code: 'TC-2' }, { code: 'TC-3' }, { code: 'TC-4' }],
      },
    })
  })
})
